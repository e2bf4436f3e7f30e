"""Something of a list is taken back on the page that has the list; see oversight/take_back.html."""

from django import forms


class BackForm(forms.Form):
    why = forms.CharField(
        label="Why is it taken back?",
        max_length=300,
        error_messages={"required": "Say why it is taken back."},
    )
