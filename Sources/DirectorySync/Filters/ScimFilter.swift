import Refusals
import WorkingTime

/// Which resources are meant (RFC 7644 §3.4.2.2).
indirect enum ScimFilter: Sendable, Hashable {
    enum Comparison: String, Sendable {
        case eq, ne, co, sw, ew, gt, ge, lt, le
    }

    case compare(ScimPath, Comparison, ScimValue)
    case present(ScimPath)
    /// Some value of a complex attribute fits in all at once: `members[value eq "1"]`.
    case within(ScimPath, ScimFilter)
    case both(ScimFilter, ScimFilter)
    case either(ScimFilter, ScimFilter)
    case not(ScimFilter)

    /// Whether a resource, or one value of a complex attribute, is meant.
    func matches(_ resource: ScimValue) -> Bool {
        switch self {
        case .compare(let path, let comparison, let value):
            let found = path.values(in: resource).map(\.compared)
            if comparison == .ne {
                return !found.contains { Self.fits($0, .eq, value, path) }
            }
            return found.contains { Self.fits($0, comparison, value, path) }
        case .present(let path): return path.values(in: resource).contains { !$0.isUnassigned }
        case .within(let path, let filter): return path.values(in: resource).contains(where: filter.matches)
        case .both(let left, let right): return left.matches(resource) && right.matches(resource)
        case .either(let left, let right): return left.matches(resource) || right.matches(resource)
        case .not(let filter): return !filter.matches(resource)
        }
    }

    /// The text that one attribute must have, whatever else is asked: what an index can look up.
    func requiredText(of attribute: String) -> String? {
        switch self {
        case .compare(let path, .eq, .text(let text)) where path.keys == [attribute]: text
        case .both(let left, let right):
            left.requiredText(of: attribute) ?? right.requiredText(of: attribute)
        default: nil
        }
    }

    private static func fits(
        _ found: ScimValue, _ comparison: Comparison, _ wanted: ScimValue, _ path: ScimPath
    ) -> Bool {
        switch (found, wanted) {
        case (.text(let left), .text(let right)):
            if path.isMoment, let left = Instant(rfc3339: left), let right = Instant(rfc3339: right) {
                return ordered(left.milliseconds, comparison, right.milliseconds)
            }
            return path.isCaseExact
                ? text(left, comparison, right) : text(left.lowercased(), comparison, right.lowercased())
        case (.bool(let left), .bool(let right)): return comparison == .eq && left == right
        case (.integer(let left), .integer(let right)): return ordered(left, comparison, right)
        default: return false
        }
    }

    private static func text(_ left: String, _ comparison: Comparison, _ right: String) -> Bool {
        switch comparison {
        case .co: left.contains(right)
        case .sw: left.hasPrefix(right)
        case .ew: left.hasSuffix(right)
        default: ordered(left, comparison, right)
        }
    }

    private static func ordered<T: Comparable>(_ left: T, _ comparison: Comparison, _ right: T) -> Bool {
        switch comparison {
        case .eq: left == right
        case .ne: left != right
        case .gt: left > right
        case .ge: left >= right
        case .lt: left < right
        case .le: left <= right
        case .co, .sw, .ew: false
        }
    }
}
