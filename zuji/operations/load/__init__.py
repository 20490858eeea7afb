"""Loading a folder of CSV files into proper records: good rows are taken, bad ones kept with the reason."""
