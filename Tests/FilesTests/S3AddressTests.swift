import Testing

@testable import Files

@Suite("The address of a bucket")
struct S3AddressTests {
    @Test(
        "is read with its endpoint and region",
        arguments: [
            (
                "s3://minben?endpoint=https://oss.example:9000/&region=cn-south-1",
                "https://oss.example:9000",
                "oss.example:9000", "cn-south-1"
            ),
            (
                "s3://minben?endpoint=http://127.0.0.1:5000", "http://127.0.0.1:5000", "127.0.0.1:5000",
                "us-east-1"
            ),
            (
                "s3://minben/?endpoint=https://oss.example:443", "https://oss.example", "oss.example",
                "us-east-1"
            ),
        ])
    func read(text: String, endpoint: String, host: String, region: String) throws {
        var mistakes: [String] = []
        let address = try #require(S3Address(text, mistakes: &mistakes))
        #expect(address.bucket == "minben")
        #expect(address.endpoint == endpoint)
        #expect(address.host == host)
        #expect(address.region == region)
        #expect(mistakes.isEmpty)
    }

    @Test(
        "is refused with everything that is wrong, and without repeating what may be a key",
        arguments: [
            ("/srv/files", 1), ("https://minben", 1), ("s3://key:hush@minben?endpoint=https://a", 1),
            ("s3://minben/folder?endpoint=https://a", 1), ("s3://minben", 1), ("s3://?endpoint=https://a", 1),
            ("s3://Mínben?endpoint=ftp://a", 2),
            ("s3://mb?endpoint=https://a/path&region=a%20b&colour=hush", 4),
            ("s3://minben?endpoint=https://key:hush@a", 1), ("s3://minben?endpoint=https://a&region=", 1),
            ("s3://minben?endpoint=https://a&endpoint=https://b", 1),
        ])
    func refused(text: String, count: Int) {
        var mistakes: [String] = []
        #expect(S3Address(text, mistakes: &mistakes) == nil)
        #expect(mistakes.count == count, "\(mistakes)")
        #expect(!mistakes.joined().contains("hush"))
    }
}
