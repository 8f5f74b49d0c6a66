// The room is furnished by its own commit.
