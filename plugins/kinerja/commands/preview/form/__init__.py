"""The form of `/tulis/`: one record written in a browser, its file changed line by line."""
