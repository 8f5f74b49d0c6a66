print("minben")
