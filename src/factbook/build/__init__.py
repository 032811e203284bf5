"""The whole site: data checked, languages built side by side, pages checked, all published or nothing."""
