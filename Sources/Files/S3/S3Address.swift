import Foundation

/// Where a bucket is, as it is written in the configuration:
/// `s3://bucket?endpoint=https://store.example:9000&region=cn-south-1`.
///
/// The bucket is named in the path of every request, which every S3-compatible store understands.
public struct S3Address: Sendable, Hashable {
    /// The bucket's name.
    public let bucket: String
    /// Scheme, host and port of the store, without a slash at the end.
    public let endpoint: String
    /// The region that requests are signed for; stores that know none expect `us-east-1`.
    public let region: String

    /// Host and port, as the Host header gives them.
    let host: String

    /// Reads an address and names every mistake in it; `nil` when there is one. What is written there is not
    /// repeated in the mistakes, for it may hold a key in the wrong place.
    public init?(_ text: String, mistakes: inout [String]) {
        var found: [String] = []
        defer { mistakes += found }
        guard let url = URLComponents(string: text), url.scheme == "s3", url.user == nil, url.password == nil,
            ["", "/"].contains(url.path), url.fragment == nil
        else {
            found = ["files 应写成 s3://存储桶?endpoint=https://…&region=…，密钥另设"]
            return nil
        }
        let query = Self.query(of: url, &found)
        bucket = url.host ?? ""
        region = query["region"] ?? "us-east-1"
        if !Self.isBucket(bucket) { found.append("files 中的存储桶名应为 3 到 63 个小写字母、数字、点或连字符") }
        if !Self.isRegion(region) { found.append("files 中的 region 只能有字母、数字和连字符") }
        guard let origin = query["endpoint"].flatMap(Self.origin) else {
            found.append("files 中的 endpoint 应为 http:// 或 https:// 开头的主机和端口")
            return nil
        }
        (endpoint, host) = origin
        guard found.isEmpty else { return nil }
    }

    private static func query(of url: URLComponents, _ mistakes: inout [String]) -> [String: String] {
        var values: [String: String] = [:]
        for item in url.queryItems ?? [] {
            guard ["endpoint", "region"].contains(item.name), values[item.name] == nil else {
                mistakes.append("files 中的 \(item.name) 不是已知的参数，或者写了两次")
                continue
            }
            values[item.name] = item.value
        }
        return values
    }

    private static func origin(_ text: String) -> (endpoint: String, host: String)? {
        guard let url = URLComponents(string: text), let scheme = url.scheme,
            ["http", "https"].contains(scheme),
            let host = url.encodedHost, !host.isEmpty, ["", "/"].contains(url.path), url.query == nil,
            url.user == nil, url.fragment == nil
        else { return nil }
        let usual = scheme == "https" ? 443 : 80
        let port = url.port.flatMap { $0 == usual ? nil : ":\($0)" } ?? ""
        return ("\(scheme)://\(host)\(port)", "\(host)\(port)")
    }

    private static func isBucket(_ name: String) -> Bool {
        (3...63).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                $0.isLowerLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
            }
            && name.utf8.first?.isLowerLetterOrDigit == true && name.utf8.last?.isLowerLetterOrDigit == true
    }

    private static func isRegion(_ name: String) -> Bool {
        !name.isEmpty
            && name.lowercased().utf8.allSatisfy { $0.isLowerLetterOrDigit || $0 == UInt8(ascii: "-") }
    }
}

extension S3Address: CustomStringConvertible {
    /// Bucket and store, for people.
    public var description: String { "s3://\(bucket)（\(endpoint)）" }
}

extension UInt8 {
    fileprivate var isLowerLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
