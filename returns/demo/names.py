"""Made-up people's names, in keeping with the ethnicity that a return gives.

The lists are ordinary names of their communities, put together for this demo; nobody is meant.
"""

from random import Random

GIRLS = {
    "british": "Amelia Olivia Isla Ava Mia Ivy Lily Freya Evie Willow Rosie Daisy Poppy Elsie "
    "Sienna Ruby Phoebe Esme Harriet Matilda Millie Maisie Erin Lacey Summer Scarlett Ellie "
    "Holly Jasmine Paige Chloe Megan Leah Abigail Niamh Lexi Skye Robyn Tilly Amber Georgia "
    "Keira Libby Bethany Hannah Zoe Lola Aria Violet Nancy Penny Imogen Kayla Shannon Courtney "
    "Darcie Faith Hope",
    "traveller": "Kathleen Bridget Margaret Nora Eileen Shannon Chantelle Mary-Kate Noreen Winnie",
    "roma": "Denisa Simona Andreea Larisa Vanessa Nikoleta Samanta Viktoria Alesia Bianca",
    "european": "Zuzanna Maja Lena Oliwia Hanna Julia Alicja Kamila Ioana Elena Daria Petra "
    "Agata Gabija Ilinca Sofia Katarzyna Anastasia",
    "caribbean": "Aaliyah Tianna Shanice Kezia Amara Renee Naomi Imani Jada Chanel Candice "
    "Tamika Simone Alisha Nevaeh Zara",
    "african": "Adaeze Chiamaka Ngozi Ama Efua Temi Folake Wanjiru Thandiwe Zuri Makena Abeni "
    "Sade Nyasha Rudo Yetunde Esi Mercy Blessing Precious",
    "horn": "Hodan Ayaan Saba Selam Rahwa Feven Ikram Sagal Luwam Eden",
    "pakistani": "Aisha Zainab Maryam Hafsa Iqra Amina Sana Anaya Fatima Zahra Mahnoor Areeba "
    "Noor Khadija Sumaiya Laiba",
    "indian": "Anika Diya Priya Simran Kavya Riya Jasleen Meera Isha Nisha",
    "chinese": "Mei Li-Hua Xin Jia Yan Ling",
    "middle-eastern": "Shirin Nasrin Rojin Leila Mariam Parwana Zhina Yasmin Soraya",
    "vietnamese": "Linh Mai Thao Hoa",
}
BOYS = {
    "british": "Oliver George Noah Arthur Harry Leo Jack Charlie Oscar Alfie Henry Archie "
    "Freddie Theo Finley Jacob Joshua Logan Tommy Mason Riley Tyler Kyle Callum Connor Liam "
    "Ryan Nathan Luke Owen Ethan Jayden Toby Dylan Jenson Reggie Albie Bobby Frankie Louis "
    "Stanley Jude Reuben Kai Declan Corey Brandon Kieran Ashton Elliot Harvey Zachary Bradley "
    "Lewis Cameron Jamie Sonny",
    "traveller": "Paddy Michael Johnny Martin Miles Dinny Francie Jimmy Bernard Hughie",
    "roma": "Denis Marian Kevin Rikardo Samuel Patrik Florin Marius Ionut Kristian",
    "european": "Jakub Szymon Filip Antoni Kacper Oskar Mateusz Wiktor Andrei Stefan Luca "
    "Matei Lukas Tomas Dominik Aleksander Krystian Igor",
    "caribbean": "Malachi Jermaine Tyrese Kyron Isaiah Josiah Micah Dante Rashaun Elijah Zion "
    "Andre Curtis Jaden Marlon Tobias",
    "african": "Chidi Emeka Kwame Kofi Tunde Femi Tendai Kamau Sipho Jabari Ebuka Yaw Segun "
    "Tafara Munashe Praise Emmanuel David Samuel Joel",
    "horn": "Abdi Yonas Filmon Samuel Mohamed Kidane Hassan Robel Natnael Ismail Bereket "
    "Ahmed Mustafa Yusuf Idris",
    "pakistani": "Muhammad Hamza Ibrahim Zayn Bilal Haroon Ismail Hassan Umar Ali Yusuf Adam "
    "Musa Rayyan Daniyal Zakariya",
    "indian": "Arjun Rohan Dev Kiran Nikhil Jeevan Harpreet Aarav Sahil Ravi",
    "chinese": "Wei Jun Hao Ming Tao Chen",
    "middle-eastern": "Ahmad Karwan Rebin Farhad Nawid Omid Hiwa Sardar Zabihullah Milad "
    "Jawad Aram Ramin Hussein Shwan Dilshad",
    "vietnamese": "Minh Duc Tuan Hung Long",
}
LAST = {
    "british": "Ainsley Alder Appleby Armitage Ashdown Atherton Barker Bell Bennett Blackburn "
    "Booth Bowman Bradshaw Briggs Brook Burdett Calvert Carter Chapman Clarke Coates Cooper "
    "Crossley Dawson Dean Dixon Dobson Eastwood Elliott Ellis Farrow Fenwick Fielding Firth "
    "Fletcher Foster Garside Gibson Goodall Graham Greaves Hall Hardcastle Harper Harrison "
    "Hartley Heaton Hewitt Hodgson Holroyd Horner Hudson Hughes Iveson Jackson Jessop Johnson "
    "Kaye Kershaw Knowles Lacey Lamb Laverick Lister Lockwood Marsden Marsh Mason Metcalfe "
    "Milner Moorhouse Mortimer Mitchell Naylor Newton Nicholson Norton Oakley Ogden Oldroyd "
    "Palmer Parkin Pearson Peel Pickering Porter Priestley Rawson Reed Rhodes Richardson Ridley "
    "Robson Rowe Rushworth Sanderson Schofield Sharp Shaw Simpson Skelton Spence Stead Stokes "
    "Sugden Summers Sutcliffe Swales Tanner Tate Taylor Thackray Thorne Tindall Turner Varley "
    "Wade Wainwright Walker Wallis Ward Watkins Webster Whitaker Whitfield Wilkinson Winter "
    "Wood Wray Yates",
    "irish": "Brennan Byrne Casey Doyle Farrell Gallagher Kearney Kelly Murphy Nolan Quinn Walsh",
    "traveller": "Cash Connors Doran Joyce Maughan McDonagh Mongan Stokes Ward",
    "roma": "Badzo Cervenak Danko Ferenc Horvath Lakatos Mirga Olah Puska Rafael",
    "european": "Kowalski Nowak Wisniewski Zielinski Mazur Popescu Ionescu Dumitru Kazlauskas "
    "Novak Horak Petrov Balan Lis Sikora Kaminski",
    "caribbean": "Campbell Bailey Gordon Grant Morgan Francis Reid Powell Lewin Samuels "
    "Dacres Bogle Henry Facey Thomas Wright",
    "african": "Adeyemi Okafor Mensah Boateng Owusu Nwosu Eze Balogun Moyo Ncube Banda Dube "
    "Kamara Kariuki Otieno Chikwava Phiri Asante Osei Bangura",
    "horn": "Abdullahi Haile Tesfay Osman Warsame Gebre Hassan Ibrahim Berhane Kidane Ismail Adam",
    "pakistani": "Ahmed Akhtar Ali Begum Hussain Iqbal Khan Mahmood Malik Mirza Qureshi Rafiq "
    "Saleem Shah Yousaf Zaman",
    "bangladeshi": "Chowdhury Islam Miah Rahman Uddin Khatun Haque Sarkar",
    "indian": "Patel Singh Kaur Sharma Desai Gill Mistry Nair Rao Sandhu",
    "chinese": "Chen Li Wang Zhang Lin Wong",
    "middle-eastern": "Ahmadi Karimi Rasoul Rahimi Noori Hama Aziz Stanikzai Hakimi Sherzad "
    "Mahmoud Saeed Haidari Barzan Sadiq",
    "vietnamese": "Nguyen Tran Pham Le Vu",
}

COMMUNITIES = {
    "WBRI": ("british", "british"),
    "WIRI": ("british", "irish"),
    "WIRT": ("traveller", "traveller"),
    "WROM": ("roma", "roma"),
    "WOTH": ("european", "european"),
    "MWBC": ("caribbean", "british"),
    "MWBA": ("african", "british"),
    "MWAS": ("pakistani", "british"),
    "MOTH": ("european", "british"),
    "AIND": ("indian", "indian"),
    "APKN": ("pakistani", "pakistani"),
    "ABAN": ("pakistani", "bangladeshi"),
    "AOTH": ("middle-eastern", "middle-eastern"),
    "BCRB": ("caribbean", "caribbean"),
    "BAFR": ("african", "african"),
    "BOTH": ("african", "caribbean"),
    "CHNE": ("chinese", "chinese"),
    "OOTH": ("middle-eastern", "middle-eastern"),
}
"""Ethnicity: whose first names and whose last names a child has; others are as White British."""

UNACCOMPANIED = {
    "BAFR": ("horn", "horn"),
    "AOTH": ("vietnamese", "vietnamese"),
    "OOTH": ("middle-eastern", "middle-eastern"),
}

STREETS = "Alder Beech Cedar Elm Fern Hawthorn Heather Hollin Juniper Larch Laurel Lime Maple Moor"
ENDINGS = "bank croft dale field gate holme lea mead ridge side view wick"
ADULT_WOMEN = "Alison Angela Carol Christine Dawn Debbie Denise Elaine Fiona Gillian Heather Helen"
ADULT_WOMEN += " Jackie Jane Janet Julie Karen Kathryn Kim Lesley Linda Lorraine Maureen Michelle"
ADULT_WOMEN += " Nicola Pamela Pauline Rachel Samina Sandra Sharon Sheila Sue Tracey Wendy Yvonne"
ADULT_MEN = "Alan Andrew Barry Brian Chris Colin Craig Darren Dave Derek Gary Geoff Gordon Graham"
ADULT_MEN += (
    " Ian Imran Jim John Keith Ken Kevin Malcolm Mark Martin Mick Neil Nigel Paul Peter Phil"
)
ADULT_MEN += " Ray Richard Rob Simon Stephen Stuart Terry Tony Trevor"


def last_name(random: Random, ethnicity: str, unaccompanied: bool = False) -> str:
    """A family's name."""
    return random.choice(LAST[communities(ethnicity, unaccompanied)[1]].split())


def first_name(random: Random, ethnicity: str, sex: str, unaccompanied: bool = False) -> str:
    """A child's own name."""
    lists = GIRLS if sex == "F" else BOYS
    return random.choice(lists[communities(ethnicity, unaccompanied)[0]].split())


def carers(random: Random) -> str:
    """Who runs a household: mostly a couple, else a woman alone."""
    woman = random.choice(ADULT_WOMEN.split())
    last = random.choice(LAST["british"].split())
    if random.random() < 0.3:
        return f"{woman} {last}"
    return f"{woman} and {random.choice(ADULT_MEN.split())} {last}"


def house(random: Random) -> str:
    """A children's home or other setting."""
    name = random.choice(STREETS.split()) + random.choice(ENDINGS.split())
    return f"{name} {random.choice(('House', 'Lodge', 'Court'))}"


def adult(random: Random) -> str:
    """A member of staff: more women than men, of the communities that the children come from."""
    community = random.choices(
        ("british", "pakistani", "african", "caribbean", "irish", "indian"), (70, 9, 9, 5, 4, 3)
    )[0]
    woman = random.random() < 0.8
    if community in ("british", "irish"):
        first = random.choice((ADULT_WOMEN if woman else ADULT_MEN).split())
    else:
        first = random.choice((GIRLS if woman else BOYS)[community].split())
    return f"{first} {random.choice(LAST[community].split())}"


def grown_up(random: Random, ethnicity: str, woman: bool, unaccompanied: bool = False) -> str:
    """An adult of a child's family or near it."""
    first, last = communities(ethnicity, unaccompanied)
    if first == "british":
        own = ADULT_WOMEN if woman else ADULT_MEN
    else:
        own = (GIRLS if woman else BOYS)[first]
    return f"{random.choice(own.split())} {random.choice(LAST[last].split())}"


def communities(ethnicity: str, unaccompanied: bool) -> tuple[str, str]:
    """Whose first names a child has, and whose last names."""
    kinds = UNACCOMPANIED if unaccompanied else COMMUNITIES
    return kinds.get(ethnicity, ("british", "british"))
