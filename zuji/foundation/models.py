"""The base of every record: whose it is and when it was written."""

from django.db import models


class Stamped(models.Model):
    """When a row was first and last written, for people; rules never read it."""

    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
