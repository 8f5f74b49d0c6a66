import App
import Files
import Testing

@Suite("An installation is told what to do")
struct ConfigurationTests {
    @Test("every mistake is named at once")
    func mistakesTogether() {
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration.resolve(
                options: ["port": "99999", "zone": "moon"], environment: ["MINBEN_COLOUR": "red"],
                file: "speed: fast")
        }
        #expect(error?.mistakes.count == 4)
    }

    @Test("the command line wins over the environment, the environment over the file")
    func precedence() throws {
        let all = try Configuration.resolve(
            options: ["port": "1"], environment: ["MINBEN_PORT": "2", "MINBEN_HOST": "::1"],
            file: "port: 3\nhost: 127.0.0.9\ndata: elsewhere")
        #expect(all.port == 1)
        #expect(all.host == "::1")
        #expect(all.dataDirectory == "elsewhere")
    }

    @Test("public demo passwords never face another network zone", arguments: ["intranet", "extranet"])
    func demoStaysHome(_ zone: String) throws {
        let exposed = ["demo": "true", "zone": zone, "host": "0.0.0.0"]
        #expect(throws: ConfigurationError.self) {
            try Configuration.resolve(options: exposed, environment: [:], file: nil)
        }
        let local = try Configuration.resolve(
            options: ["demo": "true", "zone": zone, "host": "127.0.0.1"], environment: [:], file: nil)
        #expect(local.isDemo)
    }

    @Test("a database that is not supported is refused, and a password in its address is not repeated")
    func databaseIsRefused() {
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration.resolve(
                options: ["database": "mysql://minben:geheim@db"], environment: [:], file: nil)
        }
        #expect(error?.description.contains("geheim") == false)
    }

    @Test("a file that is no table of settings is refused", arguments: ["- a\n- b", "port: [", ": :"])
    func brokenFile(_ text: String) {
        #expect(throws: ConfigurationError.self) {
            try Configuration.resolve(options: [:], environment: [:], file: text)
        }
    }

    @Test("uploads lie in the data directory unless a bucket is named, together with its keys")
    func bucket() throws {
        let local = try Configuration.resolve(options: [:], environment: ["MINBEN_FILES": ""], file: nil)
        #expect(local.files.bucket == nil)
        let shared = try Configuration.resolve(
            options: ["files": "s3://minben?endpoint=https://oss.example&region=cn-south-1"],
            environment: ["MINBEN_FILES_SECRET_KEY": "hush"], file: "files_access_key: minben")
        #expect(shared.files.bucket?.bucket == "minben")
        #expect(shared.files.credentials.accessKey == "minben")
        #expect(!String(reflecting: shared).contains("hush"))
    }

    @Test(
        "a bucket without its keys, keys without a bucket and a mistaken address are named with all other mistakes",
        arguments: [
            (["files": "s3://minben?endpoint=https://oss.example", "files_access_key": "a"], 2),
            (["files_secret_key": "hush"], 2), (["files": "/srv/files"], 3),
        ])
    func mistakenBucket(options: [String: String], count: Int) {
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration.resolve(options: options, environment: ["MINBEN_PORT": "x"], file: nil)
        }
        #expect(error?.mistakes.count == count)
        #expect(error?.description.contains("hush") == false)
    }

    @Test("messages leave by a gateway, whose secret is never shown")
    func gateway() throws {
        #expect(try Configuration.resolve(options: [:], environment: [:], file: nil).messages == .init())
        let told = try Configuration.resolve(
            options: [:], environment: ["MINBEN_MESSAGE_GATEWAY_SECRET": "hush"],
            file: "message_gateway: https://gateway.example/messages")
        #expect(told.messages != .init())
        #expect(!String(reflecting: told).contains("hush") && !"\(told)".contains("hush"))
    }

    @Test(
        "a gateway without its secret, a secret without a gateway and a mistaken address are named with all mistakes",
        arguments: [
            (["message_gateway": "https://gateway.example"], 2), (["message_gateway_secret": "hush"], 2),
            (["message_gateway": "gateway.example", "message_gateway_secret": "hush"], 2),
            (["message_gateway": "https://a:hush@gateway.example", "message_gateway_secret": "b c"], 3),
        ])
    func mistakenGateway(options: [String: String], count: Int) {
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration.resolve(options: options, environment: ["MINBEN_PORT": "x"], file: nil)
        }
        #expect(error?.mistakes.count == count)
        #expect(error?.description.contains("hush") == false)
    }
}
