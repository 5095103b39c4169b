"""The rules of the tables in seeds/borders/, and docs/borders.md, which repeats them."""

import datetime
import tomllib
import unittest
from pathlib import Path

from .chronicle import Chronicle, day_number
from .document import describe

ROOT = Path(__file__).resolve().parent.parent.parent
TABLES = {name: tomllib.loads((ROOT / f"seeds/borders/{name}.toml").read_text()) for name in ("states", "units", "changes")}
END = day_number(TABLES["changes"]["end"])


def chronicle():
    units = [unit["id"] for unit in TABLES["units"]["unit"]]
    return Chronicle(TABLES["states"]["state"], TABLES["changes"]["change"], units)


def names_on(date):
    """The names of the states that exist on a day."""
    day = day_number(datetime.date.fromisoformat(date))
    table = chronicle()
    return {
        table.states[state]["name"]
        for state, spans in table.spans(END).items()
        if any(start <= day < stop for start, stop in spans)
    }


class Tables(unittest.TestCase):
    def test_every_change_and_every_cut_has_a_source_and_a_precision(self):
        for row in TABLES["changes"]["change"] + TABLES["units"]["cut"]:
            self.assertGreater(len(row["source"]), 6, row)
            self.assertGreater(row.get("precision_km", 1), 0, row)
            self.assertTrue(row.get("checked", "https:").startswith("http"), row)

    def test_a_unit_belongs_to_one_state_at_a_time(self):
        for unit, rows in chronicle().rows.items():
            days = [day for day, _, _ in rows]
            self.assertEqual(days, sorted(set(days)), unit)

    def test_every_state_exists_at_some_time(self):
        spans = chronicle().spans(END)
        self.assertEqual([s for s in chronicle().states if s not in spans], [])

    def test_a_state_without_land_of_its_own_is_not_named(self):
        # Its dependent states may outlive it: Russia of 1917 had Bukhara, which lasted until 1920.
        table = chronicle()
        spans = table.spans(END)
        for state, own in table.own_spans(END).items():
            self.assertEqual(spans[state], own, state)

    def test_no_state_outside_its_time(self):
        for date, there, not_there in [
            ("1878-12-18", {"Russian Empire", "Grand Duchy of Finland", "Ottoman Empire"}, {"Finland", "Poland", "Soviet Ukraine"}),
            ("1914-08-01", {"Austria–Hungary", "Albania", "Republic of China"}, {"Qing China", "Lithuania"}),
            ("1917-11-07", {"Soviet Russia", "Emirate of Bukhara", "Finland"}, {"Russia"}),
            ("1918-06-15", {"Soviet Russia", "Ukrainian State", "Georgia"}, {"Poland", "Russian Empire"}),
            ("1919-10-01", {"Fiume (in dispute)"}, {"Free State of Fiume", "Free City of Danzig"}),
            ("1920-08-01", {"Poland", "Far Eastern Republic", "Czechoslovakia"}, {"Soviet Union", "Austria–Hungary"}),
            ("1923-12-01", {"Soviet Union", "Turkey", "Ukrainian SSR"}, {"Soviet Russia", "Uzbek SSR"}),
            ("1930-01-01", {"Uzbek SSR", "Tajik SSR", "Yugoslavia"}, {"Emirate of Bukhara"}),
        ]:
            with self.subTest(date):
                names = names_on(date)
                self.assertEqual(there - names, set())
                self.assertEqual(not_there & names, set())

    def test_the_document_repeats_the_tables(self):
        self.assertEqual((ROOT / "docs/borders.md").read_text(), describe(TABLES))


if __name__ == "__main__":
    unittest.main()
