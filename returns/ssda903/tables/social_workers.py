"""SWEpisodes: who was the child's social worker and when; in the return since 2023/24.

An allocation is made of a row only where the authority has a worker of that number.
"""

from returns.ssda903.columns import CHILD, DOB, Column, Table, day, mark, one_of

SW_EPISODES = Table(
    name="SWEpisodes",
    columns=(
        CHILD,
        DOB,
        Column("SW_ID", mark(20), in_file=True),
        Column("SW_DECOM", day, in_file=True, needed=True),
        Column("SW_DEC", day, in_file=True, fatal=True),
        Column(
            "SW_REASON",
            one_of(
                *("MANAGE", "FCONTA", "LEFTRL", "ORGRST", "TSPROC"),
                *("ABSENC", "CHCHAN", "PCCHAN", "SWDIED", "OTHERS"),
            ),
            rule="SW13STG1",
        ),
    ),
    key=("CHILD", "SW_DECOM"),
    across=True,
    facts=("Allocation",),
    first=2024,
    ends=("SW_DECOM", "SW_DEC"),
)
SW_ID, SW_DECOM, SW_DEC = (SW_EPISODES.place(name) for name in ("SW_ID", "SW_DECOM", "SW_DEC"))
