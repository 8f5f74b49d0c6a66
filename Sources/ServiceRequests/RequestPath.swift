/// The addresses of what people say, written once.
public enum RequestPath {
    /// Where one says something.
    public static let form = "/requests/form"
    /// Where what is like it is shown, and the rest is asked.
    static let details = "/requests/details"
    /// Answered requests, for everybody.
    public static let register = "/requests"
    /// Where they are about.
    static let map = "/requests/map"
    /// The same for maps (GeoJSON).
    static let mapFile = "/requests/map.geojson"
    /// One answered request.
    static func answered(_ id: String) -> String { "\(register)/\(id)" }

    /// What one has said.
    public static let mine = "/my/service-requests"
    /// One of them.
    static func mine(_ number: String) -> String { "\(mine)/\(number)" }
    /// Where one joins somebody else's.
    static func joining(_ number: String) -> String { "\(mine(number))/joining" }
    /// Where one says whether it helped.
    static func assessment(_ number: String) -> String { "\(mine(number))/assessment" }
    /// Where one asks for it to be done again.
    static func again(_ number: String) -> String { "\(mine(number))/again" }
    /// Where one asks for a review.
    static func review(_ number: String) -> String { "\(mine(number))/review" }

    /// What stands at one's organ.
    public static let desk = "/desk/service-requests"
    /// One request, as its officers see it.
    public static func desk(_ number: String) -> String { "\(desk)/\(number)" }
    /// Where it is handed to an organ.
    static func assignment(_ number: String) -> String { "\(desk(number))/assignment" }
    /// Where it is taken back and handed to another.
    static func reassignment(_ number: String) -> String { "\(desk(number))/reassignment" }
    /// Where it is told why nobody here answers it.
    static func refusal(_ number: String) -> String { "\(desk(number))/refusal" }
    /// Where the organ reports what came of it.
    static func report(_ number: String) -> String { "\(desk(number))/report" }
    /// Which reports are owed.
    static let reports = "/desk/service-request-reports"
    /// The same for programs.
    static let reportsAPI = "/api/v1/service-request-reports"
    /// Where it becomes urgent.
    static func urgency(_ number: String) -> String { "\(desk(number))/urgency" }
    /// Where its answer is taken out of the register.
    static func unpublishing(_ number: String) -> String { "\(desk(number))/unpublishing" }
    /// Where the office that took it in asks for a review in the name of whoever comes to it.
    static func askedReview(_ number: String) -> String { "\(desk(number))/review" }
    /// Where its answer is drafted.
    static func answer(_ number: String) -> String { "\(desk(number))/answer" }
    /// Where other organs are asked about it.
    static func assistance(_ number: String) -> String { "\(desk(number))/assistance" }
    /// Where an organ that was asked says what it knows.
    static func opinion(_ number: String) -> String { "\(desk(number))/opinion" }
    /// Requests for programs.
    static let api = "/api/v1/service-requests"
    /// Both for programs.
    static let assistanceAPI = "/api/v1/service-requests/{number}/assistance"
    /// Where a program hands it out.
    static let assignmentAPI = "/api/v1/service-requests/{number}/assignment"
    /// Where a protected name is opened.
    static func identity(_ number: String) -> String { "\(desk(number))/identity" }
    /// Where what comes by telephone or over the counter is entered.
    public static let intake = "/desk/service-requests-intake"
    /// Where somebody who calls or comes with the same as another is added to it.
    static func intakeJoining(_ number: String) -> String { "\(intake)/\(number)/joining" }
    /// Whom the office calls back after an answer.
    public static let callBacks = "/desk/service-requests-callbacks"
    /// Where what they say is written down.
    static func callBack(_ number: String) -> String { "\(callBacks)/\(number)" }
    /// Where those who called or came with the same are told.
    static func joiners(_ number: String) -> String { "\(callBack(number))/joiners" }
    /// The programs that speak Open311.
    public static let keys = "/desk/open311-keys"
    /// Where a key of one is revoked.
    static func keyRevocation(_ id: String) -> String { "\(keys)/\(id)/revocation" }
    /// The rules.
    public static let rules = "/desk/service-request-rules"
}
