/// The addresses of open information, written once.
public enum DisclosurePath {
    /// The public register of answered requests.
    public static let register = "/openness/requests"
    /// One of them.
    static func answered(_ id: String) -> String { "\(register)/\(id)" }
    /// The classes of what is published unasked.
    public static let catalogue = "/openness/catalogue"
    /// How to ask.
    public static let guide = "/openness/guide"
    /// The annual reports.
    public static let reports = "/openness/reports"

    /// The search of the site.
    static let search = "/search"

    /// One annual report.
    static func report(_ year: String) -> String { "\(reports)/\(year)" }
    /// Its figures as a file.
    static func reportFile(_ year: String) -> String { "\(reports)/\(year).csv" }

    /// The applicant's requests.
    public static let mine = "/my/disclosure-requests"
    /// Where one asks.
    static let form = "/my/disclosure-requests/form"
    /// One request, as its applicant sees it.
    static func mine(_ number: String) -> String { "\(mine)/\(number)" }
    /// A file that went out with the answer.
    static func myFile(_ number: String, _ id: String) -> String { "\(mine(number))/files/\(id)" }

    /// Where a clerk takes in what came over the counter or by post.
    public static let intake = "/desk/disclosure-intake"
    /// What is under way at one's organ.
    public static let desk = "/desk/disclosure"
    /// One request, as its officers see it.
    static func desk(_ number: String) -> String { "\(desk)/\(number)" }
    /// Where its answer is drafted.
    static func answer(_ number: String) -> String { "\(desk(number))/answer" }
    /// Where others are consulted.
    static func consultations(_ number: String) -> String { "\(desk(number))/consultations" }
    /// Where what they say is entered.
    static func reply(_ number: String, _ id: String) -> String { "\(consultations(number))/\(id)/reply" }
    /// Where a fee is asked for.
    static func fees(_ number: String) -> String { "\(desk(number))/fees" }
    /// Where its payment is entered.
    static func payment(_ number: String, _ id: String) -> String { "\(fees(number))/\(id)/payment" }
    /// Where a request is given up that was not supplemented, or not paid for.
    static func abandonment(_ number: String) -> String { "\(desk(number))/abandonment" }
    /// A file of an answer, the whole ones too.
    static func deskFile(_ number: String, _ id: String) -> String { "\(desk(number))/files/\(id)" }
    /// Where the figures of a report are added that the platform does not have.
    static func reportEntry(_ year: String) -> String { "/desk/disclosure-reports/\(year)" }
    /// The rules.
    public static let rules = "/desk/disclosure-rules"

    /// The calls of programs.
    static let api = "/api/v1/disclosure-requests"
}
