/// Days inside codes.
enum CalendarDay {
    /// Whether the Gregorian calendar has the day.
    static func exists(year: Int, month: Int, day: Int) -> Bool {
        guard (1...12).contains(month), day >= 1 else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= lengths[month - 1]
    }

    /// The day that eight digits write; nil when there is none in the years 1900 to 9999.
    static func read(_ digits: String) -> (year: Int, month: Int, day: Int)? {
        guard let year = Int(digits.part(0..<4)), let month = Int(digits.part(4..<6)),
            let day = Int(digits.part(6..<8)), year >= 1900, exists(year: year, month: month, day: day)
        else { return nil }
        return (year, month, day)
    }
}
