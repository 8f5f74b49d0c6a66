/// A step as it is stored; its id is its place.
struct StoredActivity: Codable {
    private let element: String
    private let state: ProcessInstance.Activity.State?
    private let started: Int
    private let ended: Int?
    private let scope: Int?
    private let cause: Int?
    private let went: [String]?
    private let entered: [String]?
    private let fired: [String]?
    private let group: Int?
    private let member: Int?
    private let live: Int?
    private let isSubprocess: Bool?
    private let isCut: Bool?
    private let handling: StoredHandling?

    // In the order in which they are written, so that nothing is left to sort.
    private enum CodingKeys: String, CodingKey {
        case started = "a", cause = "by", isCut = "cut", element = "e", fired, group, handling = "h"
        case scope = "in", live, member, entered = "on", state = "s", isSubprocess = "sub", went = "to"
        case ended = "z"
    }

    init(_ activity: ProcessInstance.Activity) {
        element = activity.element
        state = activity.state == .completed ? nil : activity.state
        started = activity.startedStep
        ended = activity.endedStep
        scope = activity.scope.unless(0)
        cause = activity.cause.unless(0)
        went = activity.went.unless([])
        entered = activity.entered.unless([])
        fired = activity.firedTimers.unless([])
        live = activity.live.unless(0)
        isSubprocess = activity.isSubprocess.unless(false)
        isCut = activity.isCut.unless(false)
        handling = activity.handling.map(StoredHandling.init)
        switch activity.part {
        case .single: (group, member) = (nil, nil)
        case .group(let total): (group, member) = (total, nil)
        case .member(let place): (group, member) = (nil, place)
        }
    }

    // Written by hand: to be asked for each of ten members that are not there costs more than those that are.
    func encode(to encoder: any Encoder) throws {
        var stored = encoder.container(keyedBy: CodingKeys.self)
        try stored.encode(started, forKey: .started)
        if let cause { try stored.encode(cause, forKey: .cause) }
        if let isCut { try stored.encode(isCut, forKey: .isCut) }
        try stored.encode(element, forKey: .element)
        if let fired { try stored.encode(fired, forKey: .fired) }
        if let group { try stored.encode(group, forKey: .group) }
        if let handling { try stored.encode(handling, forKey: .handling) }
        if let scope { try stored.encode(scope, forKey: .scope) }
        if let live { try stored.encode(live, forKey: .live) }
        if let member { try stored.encode(member, forKey: .member) }
        if let entered { try stored.encode(entered, forKey: .entered) }
        if let state { try stored.encode(state.rawValue, forKey: .state) }
        if let isSubprocess { try stored.encode(isSubprocess, forKey: .isSubprocess) }
        if let went { try stored.encode(went, forKey: .went) }
        if let ended { try stored.encode(ended, forKey: .ended) }
    }

    func activity(id: Int) -> ProcessInstance.Activity {
        var activity = ProcessInstance.Activity(
            id: id, element: element, state: state ?? .completed, startedStep: started)
        activity.endedStep = ended
        activity.scope = scope ?? 0
        activity.cause = cause ?? 0
        activity.went = went ?? []
        activity.entered = entered ?? []
        activity.firedTimers = fired ?? []
        activity.live = live ?? 0
        activity.isSubprocess = isSubprocess ?? false
        activity.isCut = isCut ?? false
        activity.handling = handling?.handling
        activity.part = group.map { .group(total: $0) } ?? member.map { .member($0) } ?? .single
        return activity
    }
}

/// A firing as it is stored.
struct StoredFiring: Codable {
    private let element: String
    private let scope: Int?
    private let consumed: StoredTokens?
    private let host: Int?
    private let went: [String]?
    private let isUndone: Bool?
    private let isSealed: Bool?

    private enum CodingKeys: String, CodingKey {
        case element = "e", scope = "in", host = "on", isSealed = "sealed", consumed = "t", went = "to"
        case isUndone = "undone"
    }

    init(_ firing: ProcessInstance.Firing) {
        element = firing.element
        scope = firing.scope.unless(0)
        consumed = firing.consumed.isEmpty ? nil : StoredTokens(firing.consumed)
        host = firing.host
        went = firing.went.unless([])
        isUndone = firing.isUndone.unless(false)
        isSealed = firing.isSealed.unless(false)
    }

    var firing: ProcessInstance.Firing {
        ProcessInstance.Firing(
            element: element, scope: scope ?? 0, consumed: consumed?.list ?? [], host: host, went: went ?? [],
            isUndone: isUndone ?? false, isSealed: isSealed ?? false)
    }
}

extension Equatable {
    /// `nil` where it is what it always is.
    func unless(_ usual: Self) -> Self? { self == usual ? nil : self }
}
