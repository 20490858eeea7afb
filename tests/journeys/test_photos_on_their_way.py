"""A real browser makes big photos smaller before they go up, and shows what is kept of a photo as it was."""

import base64

import pytest

from tests.attachments import samples
from zuji.attachments.contents import kinds
from zuji.attachments.contents.reading import read_content

pytestmark = pytest.mark.journey

FIELD = """() => {
  const form = document.createElement("form");
  form.innerHTML = '<input type="file" id="photo" data-shrink>';
  document.querySelector("main").append(form);
}"""
# A corner each in red, blue, lime and black, and noise in the middle, which no picture format makes small.
DRAWN = """async ([width, height, type]) => {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  ["red", "blue", "lime", "black"].forEach((colour, place) => {
    pen.fillStyle = colour;
    pen.fillRect((place % 2) * width / 2, (place > 1) * height / 2, width / 2, height / 2);
  });
  const noise = pen.createImageData(128, 128);
  crypto.getRandomValues(new Uint8Array(noise.data.buffer));
  pen.putImageData(noise, width / 2, height / 2);
  const bytes = new Uint8Array(await (await new Promise((done) => canvas.toBlob(done, type))).arrayBuffer());
  let text = "";
  bytes.forEach((byte) => { text += String.fromCharCode(byte); });
  return btoa(text);
}"""
SEEN = """async ([text, type]) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const { width, height } = await createImageBitmap(new Blob([bytes], { type }));
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(await createImageBitmap(new Blob([bytes], { type })), 0, 0);
  const names = { "400": "red", "004": "blue", "040": "lime", "000": "black" };
  const parts = (x, y) => [...pen.getImageData(x, y, 1, 1).data].slice(0, 3);
  const at = (x, y) => names[parts(x, y).map((part) => Math.round(part / 64)).join("")];
  return [width, height, at(9, 9), at(width - 9, 9), at(9, height - 9), at(width - 9, height - 9)];
}"""
CHOSEN = """async () => {
  const file = document.getElementById("photo").files[0];
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  bytes.forEach((byte) => { text += String.fromCharCode(byte); });
  return [file.name, file.type, btoa(text)];
}"""


@pytest.fixture
def page(visit):
    """Any page of the site, with a field as a form of attachments has it."""
    opened = visit(390).page
    opened.goto("/ui/")
    opened.evaluate(FIELD)
    return opened


def draw(page, width: int, height: int, kind: str) -> bytes:
    return base64.b64decode(page.evaluate(DRAWN, [width, height, kind]))


def see(page, content: bytes, kind: str) -> list:
    return page.evaluate(SEEN, [base64.b64encode(content).decode(), kind])


def choose(page, name: str, content: bytes, kind: str) -> tuple[str, str, bytes]:
    """Choose a file, give the browser time to make it smaller; gives what would go up."""
    page.set_input_files("#photo", {"name": name, "mimeType": kind, "buffer": content})
    page.wait_for_timeout(1500)
    name, kind, text = page.evaluate(CHOSEN)
    return name, kind, base64.b64decode(text)


def planted(jpeg: bytes, orientation: int) -> bytes:
    return jpeg[:2] + samples.exif(orientation) + jpeg[2:]


@pytest.mark.parametrize("kind", ["image/jpeg", "image/png"])
def test_a_big_photo_goes_up_small(page, kind):
    big = draw(page, 4000, 3000, kind)

    name, sent_kind, sent = choose(page, f"签到.{kind[6:]}", big, kind)

    assert (name, sent_kind) == ("签到.jpg", "image/jpeg")
    assert len(sent) < len(big)
    assert see(page, sent, "image/jpeg")[:2] == [2000, 1500]
    assert read_content(sent)[0] == kinds.JPEG


def test_a_photo_taken_upright_goes_up_upright_and_without_its_place(page):
    big = planted(draw(page, 4000, 3000, "image/jpeg"), 6)

    _name, _kind, sent = choose(page, "照片.jpg", big, "image/jpeg")

    assert see(page, sent, "image/jpeg") == [1500, 2000, "lime", "red", "black", "blue"]
    assert samples.PLACE not in sent


def test_what_is_small_or_no_photo_goes_up_as_it_is(page):
    small = draw(page, 1600, 1200, "image/jpeg")

    assert choose(page, "小.jpg", small, "image/jpeg") == ("小.jpg", "image/jpeg", small)
    assert choose(page, "材料.pdf", samples.PDF, "application/pdf") == ("材料.pdf", "application/pdf", samples.PDF)
    assert choose(page, "坏.jpg", b"no photo", "image/jpeg") == ("坏.jpg", "image/jpeg", b"no photo")


@pytest.mark.parametrize("kind", ["image/jpeg", "image/png", "image/webp"])
def test_what_is_kept_of_a_photo_looks_as_it_did(page, kind):
    drawn = draw(page, 1200, 800, kind)

    kept = read_content(drawn)[1]

    assert see(page, kept, kind) == see(page, drawn, kind) == [1200, 800, "red", "blue", "lime", "black"]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_what_is_kept_of_a_photo_is_as_upright_as_it_was(page, orientation):
    taken = planted(draw(page, 1200, 800, "image/jpeg"), orientation)

    kept = read_content(taken)[1]

    assert samples.PLACE not in kept
    assert see(page, kept, "image/jpeg") == see(page, taken, "image/jpeg")
    assert see(page, kept, "image/jpeg")[:2] == ([1200, 800] if orientation < 5 else [800, 1200])
