"""What may be done to an account."""

from zuji.accounts.models import User


def remember_text_size(user: User, *, per_cent: int) -> User:
    """Keep a reader's text size with the account, so that it follows from device to device."""
    user.text_size = per_cent
    user.save(update_fields=["text_size"])
    return user
