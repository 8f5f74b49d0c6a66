import Testing
import WorkingTime

@testable import Files

/// The examples of "Signature Calculations for the Authorization Header" in the S3 API reference.
@Suite("A signed request")
struct S3SignatureTests {
    private let signature = S3Signature(
        credentials: S3Credentials(
            accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        region: "us-east-1")
    /// 2013-05-24 00:00:00 UTC.
    private let moment = Instant(milliseconds: 1_369_353_600_000)

    struct Example: Sendable, CustomTestStringConvertible {
        let request: S3Request
        let signed: String
        let signature: String
        var testDescription: String { "\(request.method) \(request.path)\(request.escapedQuery)" }
    }

    static let examples = [
        Example(
            request: S3Request(method: "GET", path: "/test.txt", headers: ["range": "bytes=0-9"]),
            signed: "host;range;x-amz-content-sha256;x-amz-date",
            signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
        Example(
            request: S3Request(
                method: "PUT", path: "/test$file.text",
                headers: [
                    "date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY",
                ],
                bodyHash: "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"),
            signed: "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
            signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
        Example(
            request: S3Request(method: "GET", path: "/", query: ["lifecycle": ""]),
            signed: "host;x-amz-content-sha256;x-amz-date",
            signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        Example(
            request: S3Request(method: "GET", path: "/", query: ["prefix": "J", "max-keys": "2"]),
            signed: "host;x-amz-content-sha256;x-amz-date",
            signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ]

    @Test("has the signature that AWS publishes for it", arguments: examples)
    func published(example: Example) {
        let headers = signature.headers(
            of: example.request, host: "examplebucket.s3.amazonaws.com", at: moment)
        #expect(headers["x-amz-date"] == "20130524T000000Z")
        #expect(
            headers["authorization"]
                == "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                + "SignedHeaders=\(example.signed),Signature=\(example.signature)")
    }

    @Test("is dated in UTC on the day before while it is early in China")
    func dated() {
        let headers = signature.headers(
            of: S3Request(method: "GET", path: "/"), host: "h", at: Instant(milliseconds: 1_795_227_840_123))
        #expect(headers["x-amz-date"] == "20261121T022400Z")
    }

    @Test("is printed without the secret, however it is printed")
    func secret() {
        var dumped = ""
        dump(signature, to: &dumped)
        for text in ["\(signature)", String(reflecting: signature), dumped] {
            #expect(text.contains("AKIAIOSFODNN7EXAMPLE"))
            #expect(!text.contains("wJalrXUtnFEMI"))
        }
    }
}
