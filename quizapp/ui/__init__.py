"""Everything that shows itself: pages, widgets, theme. The only place that knows Qt widgets."""
