"""Reads of materials and reading lists: what an organization reads is its own and the committees' above."""

from django.db.models import Count, QuerySet

from zuji.organizations.models import Organization
from zuji.study.models import ReadingList, StudyMaterial


def materials_of(organization: Organization, words: str = "") -> QuerySet[StudyMaterial]:
    """Give what there is to read, the latest first; with words, what has them in its title."""
    materials: QuerySet[StudyMaterial] = StudyMaterial.objects.of(organization).filter(title__icontains=words)
    return materials.select_related("organization").order_by("-pk")


def reading_lists_of(organization: Organization) -> QuerySet[ReadingList]:
    """Give the reading lists, the latest first, with how many materials each has."""
    lists: QuerySet[ReadingList] = ReadingList.objects.of(organization)
    return lists.select_related("organization").annotate(material_count=Count("materials")).order_by("-pk")
