from programs.domain.attachments import titled
from programs.forms.roadmap import RoadmapFileForm
from programs.services.media import attach


class MediaForm(RoadmapFileForm):
    """The same kinds of files as beside the rows of the roadmap."""

    def save_by(self, user, event):
        upload = self.cleaned_data["file"]
        title = titled(self.cleaned_data["title"], upload.name)
        return attach(event=event, upload=upload, title=title, by=user)
