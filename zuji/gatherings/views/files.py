"""Papers, sign-in sheets and photos of a gathering."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from zuji.attachments.views import receive_upload
from zuji.gatherings.noun import GatheringNoun
from zuji.gatherings.views.finding import gathering_to_record


@require_POST
def file_create(request: HttpRequest, number: int, noun: GatheringNoun) -> HttpResponse:
    """Take in one file."""
    gathering = gathering_to_record(request, noun, number)
    back = noun.pages(gathering)["detail"]
    return receive_upload(request, gathering, organization=gathering.organization, back=back)
