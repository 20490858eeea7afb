"""A user: somebody who may sign in. What they may do follows from the posts of their member, never from here."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A sign-in account. `text_size` is the remembered enlargement in per cent; `is_demo` works on loopback only."""

    text_size = models.PositiveSmallIntegerField(default=100)
    is_demo = models.BooleanField(default=False)
