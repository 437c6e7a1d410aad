"""Drives a real Essaim window through AT-SPI, D-Bus actions and keys, the way a person with a screen reader would.

Used by the journeys. Each run has its own folders; the caller provides the session bus and the screen.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 15.0
# Newer versions of at-spi say it shorter.
ROLES = {"button": "push button"}
BUS_NAME = "fr.essaim.Essaim"
WINDOW_PATH = "/fr/essaim/Essaim/window/1"
APP_PATH = "/fr/essaim/Essaim"


class Failed(Exception):
    """What a journey waited for did not come."""


def wait_for(what, predicate, patience=PATIENCE):
    """The first true answer of the predicate, asked over and over; never a fixed sleep."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            answer = predicate()
        except GLib.Error:  # a widget that has just gone
            answer = None
        if answer:
            return answer
        time.sleep(0.05)
    raise Failed(f"waited {patience:.0f} s for {what}")


def role_of(node):
    name = node.get_role_name()
    return ROLES.get(name, name)


class App:
    """One running Essaim."""

    def __init__(self, program, home, language="C.UTF-8", size=None):
        self.home = pathlib.Path(home)
        environment = dict(os.environ, LC_ALL=language, LANGUAGE="", GTK_A11Y="atspi", G_DEBUG="fatal-criticals")
        for name in ("CONFIG", "DATA", "CACHE"):
            folder = self.home / name.lower()
            folder.mkdir(parents=True, exist_ok=True)
            environment[f"XDG_{name}_HOME"] = str(folder)
        self.log_path = self.home / "essaim.log"
        self.log = open(self.log_path, "ab")
        command = [program] + (["--size", size] if size else [])
        self.process = subprocess.Popen(command, env=environment, stdout=self.log, stderr=self.log)
        self.listener = self.last_focus = None
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.root = wait_for("the window", self._find_root, 30)

    @property
    def data_dir(self):
        return self.home / "data" / "essaim"

    def _find_root(self):
        if self.process.poll() is not None:
            raise Failed(f"Essaim ended with {self.process.returncode}: {self.log_path.read_text(errors='replace')[-2000:]}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    # Finding

    def walk(self, node=None, depth=0):
        """Every accessible that is not hidden, parents first (GTK 4.8 tells VISIBLE, and SHOWING only of windows)."""
        node = node or self.root
        if depth > 60 or (depth > 0 and not node.get_state_set().contains(Atspi.StateType.VISIBLE)):
            return
        yield node
        # A long list is looked at as far as it can be seen: each row costs many round trips.
        most = 30 if node.get_role_name() == "list" else 400
        for i in range(min(node.get_child_count(), most)):
            child = node.get_child_at_index(i)
            if child is not None:
                yield from self.walk(child, depth + 1)

    def find_all(self, role=None, name=None, contains=None):
        # Nobody listens to events here, so what the library remembers of the tree grows stale.
        self.root.clear_cache()
        for node in self.walk():
            try:
                if role is not None and role_of(node) != role:
                    continue
                text = node.get_name() or ""
                if name is not None and text != name:
                    continue
                if contains is not None and contains not in text:
                    continue
                yield node
            except GLib.Error:
                continue

    @staticmethod
    def has_room(node):
        """Whether a widget was ever given a place: the panes that were never opened were not."""
        try:
            return Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW).width > 0
        except GLib.Error:
            return False

    def first(self, role=None, name=None, contains=None):
        return next((node for node in self.find_all(role, name, contains) if self.has_room(node)), None)

    def find(self, role=None, name=None, contains=None, patience=PATIENCE):
        what = f"{role or 'something'} “{name or contains or ''}”"
        return wait_for(what, lambda: self.first(role, name, contains), patience)

    def sees(self, role=None, name=None, contains=None):
        return self.first(role, name, contains) is not None

    def count_results(self):
        """The number in front of “results” above the list, once it is there."""
        for node in self.find_all("status bar", contains="result"):
            digits = "".join(c for c in node.get_name() if c.isdigit())
            if digits:
                return int(digits)
        return None

    def first_row(self, name):
        """The first row of a list."""
        rows = self.find("list", name)
        return wait_for(f"a row of {name}", lambda: rows.get_child_count() > 0 and rows.get_child_at_index(0))

    def follow_focus(self):
        """Listens to where the keyboard goes: asking every widget takes seconds."""
        self.listener = Atspi.EventListener.new(self._focus_moved)
        self.listener.register("object:state-changed:focused")

    def _focus_moved(self, event):
        if event.detail1:
            self.last_focus = event.source

    def focused(self):
        """What the keyboard is on, as far as was told since follow_focus; nothing before it has moved."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self.last_focus

    # Doing

    @staticmethod
    def press(node):
        """The accessible action of a button."""
        Atspi.Action.do_action(node, 0)

    def find_menu_button(self, name):
        """A button that opens something; it is two of one name, and only the inner one can be pressed."""
        def pressable():
            return next((node for node in self.find_all("push button", contains=name)
                         if self.has_room(node) and node.get_action_iface() and node.get_n_actions() > 0), None)
        return wait_for(f"button “{name}”", pressable)

    def click(self, node):
        """The mouse, in the middle of what is seen: for what has no accessible action (rows, check boxes in GTK 4.8)."""
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        left, top = self._window_origin()
        subprocess.run(["xdotool", "mousemove", str(left + box.x + box.width // 2), str(top + box.y + box.height // 2),
                        "click", "1"], check=True)

    def click_until(self, find, what, predicate):
        """Clicks what `find` gives until something comes of it: a page that has just been opened may not be drawn yet."""
        for _ in range(5):
            self.click(find())
            try:
                return wait_for(what, predicate, 3)
            except Failed:
                continue
        raise Failed(f"clicked five times, and {what} did not come")

    def _window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True, check=False).stdout.split()
        if not found:
            raise Failed("the window is not on the screen")
        return found[-1]

    def _window_origin(self):
        lines = subprocess.run(["xdotool", "getwindowgeometry", "--shell", self._window()],
                               capture_output=True, text=True, check=True).stdout
        values = dict(line.split("=", 1) for line in lines.splitlines() if "=" in line)
        return int(values["X"]), int(values["Y"])

    @staticmethod
    def type_into(node, text):
        Atspi.EditableText.set_text_contents(node, text)

    @staticmethod
    def text_of(node):
        return Atspi.Text.get_text(node, 0, -1)

    def act(self, name, *parameters, path=WINDOW_PATH):
        """Activates a GAction of the window (or application) over D-Bus."""
        self.bus.call_sync(BUS_NAME, path, "org.gtk.Actions", "Activate",
                           GLib.Variant("(sava{sv})", (name, list(parameters), {})), None, Gio.DBusCallFlags.NONE, 10000, None)

    def keys(self, *keys):
        """Presses keys in the window, as xdotool names them."""
        subprocess.run(["xdotool", "windowfocus", "--sync", self._window()], check=False, capture_output=True)
        subprocess.run(["xdotool", "key", "--delay", "40", *keys], check=True)

    @staticmethod
    def keys_of_focus(*keys):
        """Presses keys where the keyboard is, be it another window of the program."""
        subprocess.run(["xdotool", "key", "--delay", "40", *keys], check=True)

    def type_keys(self, text):
        """Types a text key by key, for what cannot be set through accessibility (GtkTextView in GTK 4.8)."""
        subprocess.run(["xdotool", "windowfocus", "--sync", self._window()], check=False, capture_output=True)
        subprocess.run(["xdotool", "type", "--delay", "25", text], check=True)

    @staticmethod
    def type_keys_of_focus(text):
        """Types where the keyboard is, be it in another window of the program."""
        subprocess.run(["xdotool", "type", "--delay", "25", text], check=True)

    def quit(self):
        self.act("quit", path=APP_PATH)
        code = self.process.wait(timeout=30)
        self.log.close()
        if code != 0:
            raise Failed(f"Essaim ended with {code}: {self.log_path.read_text(errors='replace')[-2000:]}")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def dump(self):
        """The accessible tree, for a failed journey."""
        lines = []
        for node in self.walk():
            try:
                lines.append(f"# {node.get_role_name()}: {node.get_name()}")
            except GLib.Error:
                continue
        return "\n".join(lines[:400])


class Journey:
    """A list of steps printed as TAP; the first failure ends it, with the tree and a picture of the screen."""

    def __init__(self, artifacts):
        self.artifacts = pathlib.Path(artifacts)
        self.artifacts.mkdir(parents=True, exist_ok=True)
        self.n = 0
        self.home = tempfile.mkdtemp(prefix="essaim-journey-")

    def step(self, sentence):
        self.n += 1
        print(f"ok {self.n} - {sentence}", flush=True)

    def skip(self, sentence, why):
        self.n += 1
        print(f"ok {self.n} - {sentence} # SKIP {why}", flush=True)

    def run(self, steps):
        app_holder = {}
        try:
            steps(self, app_holder)
            code = 0
        except Exception as error:  # every failure is a failed test, said in one line
            self.n += 1
            app = app_holder.get("app")
            print(f"not ok {self.n} - {type(error).__name__}: {error}".replace("\n", " "))
            if app is not None:
                print(app.dump())
                subprocess.run(["import", "-window", "root", str(self.artifacts / "failed-journey.png")], check=False)
            code = 1
        finally:
            if app_holder.get("app") is not None:
                app_holder["app"].kill()
        print(f"1..{self.n}")
        if code == 0:
            shutil.rmtree(self.home, ignore_errors=True)
        return code
