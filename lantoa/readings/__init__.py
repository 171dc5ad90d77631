"""Stories and quotations of President Ho Chi Minh, with source and page: entered or brought in, never made up.

The product ships none. Meetings and flag salutes take them from here.
"""
