"""What several families share: the rows of one kind of table, lines of money, measures, focus areas."""
