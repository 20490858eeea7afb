"""Reading a page as a reader's program does: its tags, what it says, and whether it holds together."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Page(HTMLParser):
    """A page's tags in order, with their attributes, and its visible text."""

    source: str
    tags: list = field(default_factory=list)
    said: list = field(default_factory=list)

    def __post_init__(self):
        super().__init__(convert_charrefs=True)
        self.is_hidden = False
        self.feed(self.source)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.is_hidden = tag in ("script", "style")

    def handle_endtag(self, tag):
        self.is_hidden = False

    def handle_data(self, text):
        if not self.is_hidden and text.strip():
            self.said.append(" ".join(text.split()))

    def count(self, tag):
        return sum(name == tag for name, _attributes in self.tags)

    def attributes(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def text(self):
        """What is read: the words between the tags and the words for those who cannot see."""
        spoken = [
            attributes[name]
            for _tag, attributes in self.tags
            for name in ("aria-label", "title", "alt", "placeholder")
            if attributes.get(name)
        ]
        return "\n".join([*self.said, *spoken])

    @property
    def inline(self):
        """What the content security policy forbids: styles and scripts within the page."""
        found = [
            (tag, name) for tag, attributes in self.tags for name in attributes if name[:2] == "on" or name == "style"
        ]
        found += [(tag, "within") for tag, attributes in self.tags if tag == "script" and "src" not in attributes]
        return found + [(tag, "within") for tag, _attributes in self.tags if tag == "style"]
