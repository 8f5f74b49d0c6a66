import Foundation
import Refusals

/// A place on the map: longitude and latitude in degrees (WGS 84), in the order of GeoJSON (RFC 7946).
public enum MapPoint {
    /// The names of the two inputs in which a place is typed, beside the list it is picked from.
    public static func inputNames(of inputName: String) -> [String] {
        ["\(inputName).lon", "\(inputName).lat"]
    }

    /// The degrees of a stored or half typed place, as text: longitude, latitude.
    public static func degrees(of text: String) -> [String] {
        text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    }

    /// A stored place as a person reads it: 东经 112.472100°，北纬 23.051500°.
    public static func words(of text: String) -> String {
        let parts = degrees(of: text)
        return parts.count == 2 ? "东经 \(parts[0])°，北纬 \(parts[1])°" : text
    }

    /// The mainland with its seas; a place beyond it is a slip, mostly of the order of the two numbers.
    static let longitudes: ClosedRange<Decimal> = 73...136
    static let latitudes: ClosedRange<Decimal> = 3...54
}

extension FormField {
    /// The place with six decimals, a tenth of a metre.
    func readPlace(_ value: FormValue) throws(FieldError) -> String {
        let parts = MapPoint.degrees(of: (value.text ?? "").halfWidth.replacing("，", with: ","))
        let degrees = parts.compactMap { Self.degrees($0.trimmed) }
        guard parts.count == 2, degrees.count == 2 else {
            throw refusal("\(label)应为经度和纬度两个数字，例如 112.4721 和 23.0515。")
        }
        guard MapPoint.longitudes.contains(degrees[0]), MapPoint.latitudes.contains(degrees[1]) else {
            throw refusal("\(label)不在国内，请核对：前面是经度（东经），后面是纬度（北纬）。")
        }
        return degrees.map(Self.sixDecimals).joined(separator: ",")
    }

    private static func degrees(_ text: String) -> Decimal? {
        guard text.count <= 20, text.wholeMatch(of: /[0-9]{1,3}(\.[0-9]+)?/) != nil else { return nil }
        return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    }

    private static func sixDecimals(_ degrees: Decimal) -> String {
        let millionths = NSDecimalNumber(decimal: degrees * 1_000_000).doubleValue.rounded()
        let (whole, rest) = Int(millionths).quotientAndRemainder(dividingBy: 1_000_000)
        let digits = String(rest)
        return "\(whole).\(String(repeating: "0", count: 6 - digits.count))\(digits)"
    }
}
