"""Forms about an account's own settings."""

from typing import Any

from django import forms

from zuji.foundation.context import TEXT_SIZES


class TextSizeForm(forms.Form):
    """A step (smaller, larger) from the size now, or a size in per cent."""

    size = forms.CharField(max_length=8)

    def __init__(self, *args: Any, now: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_size(self) -> int:
        """Give the size to set; a step beyond the smallest or largest stays there."""
        wish = self.cleaned_data["size"]
        place = TEXT_SIZES.index(self.now)
        if wish == "smaller":
            return TEXT_SIZES[max(place - 1, 0)]
        if wish == "larger":
            return TEXT_SIZES[min(place + 1, len(TEXT_SIZES) - 1)]
        if wish.isdecimal() and int(wish) in TEXT_SIZES:
            return int(wish)
        raise forms.ValidationError("unknown size")
