"""The parts of script/import-basemap: see there."""
