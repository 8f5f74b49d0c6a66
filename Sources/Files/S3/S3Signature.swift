import Crypto
import Foundation
import Storage
import WorkingTime

/// AWS Signature Version 4, in headers: how a store knows that a request is ours and was not changed on its
/// way. <https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html>
struct S3Signature: Sendable {
    let credentials: S3Credentials
    let region: String

    /// The request's headers with the hash of its body, the time and the signature over all of them.
    func headers(of request: S3Request, host: String, at now: Instant) -> [String: String] {
        let stamp = Stamp(now)
        var headers = request.headers
        headers["host"] = host
        headers["x-amz-date"] = stamp.second
        headers["x-amz-content-sha256"] = request.bodyHash
        let names = headers.keys.sorted()
        let canonical = canonicalRequest(request, headers: headers, names: names)
        headers["authorization"] =
            "AWS4-HMAC-SHA256 Credential=\(credentials.accessKey)/\(scope(stamp)),"
            + "SignedHeaders=\(names.joined(separator: ";")),Signature=\(signature(of: canonical, at: stamp))"
        return headers
    }

    private func canonicalRequest(
        _ request: S3Request, headers: [String: String], names: [String]
    ) -> String {
        let lines = names.map { "\($0):\((headers[$0] ?? "").trimmingCharacters(in: .whitespaces))\n" }
        return [
            request.method, request.escapedPath, request.escapedQuery, lines.joined(),
            names.joined(separator: ";"), request.bodyHash,
        ].joined(separator: "\n")
    }

    private func signature(of canonical: String, at stamp: Stamp) -> String {
        let digest = Hexadecimal.text(SHA256.hash(data: Data(canonical.utf8)))
        let text = "AWS4-HMAC-SHA256\n\(stamp.second)\n\(scope(stamp))\n\(digest)"
        let key = [stamp.day, region, "s3", "aws4_request"].reduce(Array("AWS4\(credentials.secretKey)".utf8))
        {
            Self.code(of: $1, key: $0)
        }
        return Hexadecimal.text(Self.code(of: text, key: key))
    }

    private func scope(_ stamp: Stamp) -> String { "\(stamp.day)/\(region)/s3/aws4_request" }

    private static func code(of text: String, key: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: key)))
    }

    /// A moment in UTC as the signature writes it: `20130524T000000Z`, and its day.
    private struct Stamp {
        let second: String
        var day: String { String(second.prefix(8)) }

        init(_ instant: Instant) {
            // Instants are written in China's time, eight hours ahead of UTC.
            let text = instant.adding(seconds: -8 * 3_600).rfc3339.prefix(19)
            second = text.filter { $0 != "-" && $0 != ":" } + "Z"
        }
    }
}
