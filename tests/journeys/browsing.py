"""Somebody with a browser: signs in, follows links, and is told what is wrong with a page."""

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Response

PICTURES = Path(__file__).parent / "pictures"
PASSWORDS = {
    "director": "zuji-zhuren-2018",
    "member": "zuji-huiyuan-2018",
    "director2": "zuji-wenhua-2018",
    "city": "zuji-shiwei-2018",
}


class Visitor:
    """One browser page. `complaints` gathers what the browser says against the site: errors, refused content."""

    def __init__(self, page: Page, width: int, *, keeps_pictures: bool = False) -> None:
        self.page = page
        self.width = width
        self.keeps_pictures = keeps_pictures
        self.complaints: list[str] = []
        self.answers: list[Response] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("response", self._note)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "404 (Not Found)" not in message.text:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _note(self, response: Response) -> None:
        self.answers.append(response)
        if response.status >= 500:
            self.complaints.append(f"{response.url}: {response.status}")

    def sign_in(self, name: str) -> "Visitor":
        self.page.goto("/")
        self.page.get_by_label("用户名").fill(name)
        self.page.get_by_label("密码").fill(PASSWORDS[name])
        self.page.locator("main").get_by_role("button", name="登录").click()
        return self

    def branch(self) -> int:
        """The number of the branch whose pages are open, from the main pages' own links."""
        link = self.page.locator("header a[href*='/organizations/']").first.get_attribute("href")
        return int(re.findall(r"/organizations/(\d+)/", link)[0])

    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    def text_size(self) -> int:
        return int(re.findall(r"text-(\d+)", self.page.locator("html").get_attribute("class"))[0])

    def change_text_size(self, button: str) -> None:
        """Press A+ or A−, and wait until the server knows."""
        with self.page.expect_response("**/text-size/"):
            self.page.get_by_role("button", name=button).click()

    def enlarge(self, percent: int) -> None:
        """Show the open page as the server writes it for who reads in letters of this size."""
        self.page.locator("html").evaluate(
            "(html, percent) => { html.className = html.className.replace(/text-\\d+/, `text-${percent}`) }", percent
        )

    def rest(self) -> None:
        """Wait until no colour is on its way to another any more."""
        self.page.evaluate("Promise.allSettled(document.getAnimations().map(each => each.finished))")

    def barriers(self) -> list[str]:
        """What axe finds against people who read by ear, by keyboard or with weak eyes."""
        self.rest()
        found = Axe().run(self.page)
        return [
            f"{self.page.url} {violation['id']}: {node['html'][:160]}"
            for violation in found.response["violations"]
            for node in violation["nodes"]
        ]

    def overflow(self) -> int:
        """How many pixels the page is wider than the window."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def small_targets(self, least: int = 24) -> list[str]:
        """Buttons, fields and links set apart that a thumb misses: lower or narrower than `least` pixels."""
        return self.page.evaluate(
            """least => [...document.querySelectorAll("button, summary, select, input[type=date], nav a, a.cell")]
              .filter(each => each.getClientRects().length && getComputedStyle(each).position !== "absolute")
              .map(each => [each.getBoundingClientRect(), each.outerHTML.slice(0, 90)])
              .filter(([box]) => box.height < least || box.width < least)
              .map(([box, html]) => `${Math.round(box.width)}x${Math.round(box.height)} ${html}`)""",
            least,
        )

    def picture(self, name: str) -> None:
        """Keep a picture of the whole page for people to look at, where they asked for it (--pictures)."""
        if self.keeps_pictures:
            self.rest()
            PICTURES.mkdir(exist_ok=True)
            self.page.screenshot(path=PICTURES / f"{name}_{self.width}.png", full_page=True)
