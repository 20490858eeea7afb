"""工作动态: news of what a branch did. Not an info, and never counted as one (domain §5)."""

from django.db import models

from zuji.organizations.models import OwnRecord


class ActivityNews(OwnRecord):
    """A piece of news about an activity, sent to the committee on a day."""

    title = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    reported_on = models.DateField()
    written_by = models.CharField(max_length=40)

    class Meta:
        db_table = "activity_news"
        ordering = ["-reported_on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["organization", "code"], name="activity_news_code_unique")]

    def __str__(self) -> str:
        return self.title
