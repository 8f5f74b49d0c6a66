/// Dates as pages write them, in English: `2026年11月27日（周五）12:00` is `Friday, 27 November 2026, 12:00`.
enum EnglishDate {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
    private static let days: [Character: String] = [
        "一": "Monday", "二": "Tuesday", "三": "Wednesday", "四": "Thursday", "五": "Friday", "六": "Saturday",
        "日": "Sunday",
    ]

    /// Nil when the words are no date.
    static func written(_ words: String) -> String? {
        let form =
            /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:（周([一二三四五六日])）)?(?: ?(\d{2}:\d{2}))?/
        guard let date = words.wholeMatch(of: form)?.output, let month = Int(date.2),
            (1...12).contains(month)
        else { return nil }
        let day = date.4?.first.flatMap { days[$0] }.map { "\($0), " } ?? ""
        let year = date.1.map { " \($0)" } ?? ""
        let time = date.5.map { ", \($0)" } ?? ""
        return "\(day)\(date.3) \(months[month - 1])\(year)\(time)"
    }
}
