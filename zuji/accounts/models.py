"""A user: somebody who may sign in. What they may do follows from the posts of their member, never from here."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A sign-in account. `text_size` is the remembered enlargement in per cent; `is_demo` works on loopback only."""

    text_size = models.PositiveSmallIntegerField(default=100)
    is_demo = models.BooleanField(default=False)


class CalendarAddress(models.Model):
    """A secret address at which a calendar program reads a user's own days without signing in.

    Only the token's hash is kept: the address is shown once, when it is made, and cannot be shown again.
    """

    user = models.OneToOneField(User, models.CASCADE, related_name="calendar_address")
    token_hash = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()

    class Meta:
        db_table = "calendar_address"

    def __str__(self) -> str:
        return str(self.user)
