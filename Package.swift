// swift-tools-version: 6.2
import PackageDescription

// The house of docs/adr/0001: a target may import only what stands below it, and two features never
// import each other. `./test` builds with --explicit-target-dependency-import-check error.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func floor(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTPTypesHTTP = Target.Dependency.product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "minben",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "minben", targets: ["minben"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.20.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.5.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.25.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.25.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.2.0"),
    ],
    targets: [
        // System libraries
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CGD", pkgConfig: "gdlib", providers: [.apt(["libgd-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CPKCS11", pkgConfig: "p11-kit-1", providers: [.apt(["libp11-kit-dev"])]),
        .systemLibrary(
            name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(
            name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "COpenCC", pkgConfig: "opencc", providers: [.apt(["libopencc-dev"])]),

        // Ground floor: pure, no input or output
        floor("Refusals"),
        floor("Codes", ["Refusals"]),
        floor("WorkingTime", ["Refusals"]),
        floor("CSV", ["Refusals"]),
        floor("XMLTree", ["Refusals"]),
        floor("DecisionModel", ["Refusals", "XMLTree"]),
        floor("BusinessProcess", ["DecisionModel", "Refusals", "XMLTree"]),
        floor("Typesetting", ["CPango", "CQRCode"]),
        floor("Pictures", ["CGD", "Refusals"]),
        floor("TextExtraction", ["CZlib", "Refusals", "XMLTree"]),
        floor("ChineseScript", ["COpenCC"]),
        floor("Cryptography", ["Refusals", "WorkingTime", "COpenSSL", "CPKCS11", crypto]),
        floor("TransparencyLog", ["Cryptography", "Refusals", crypto]),
        floor("WebAuthn", ["Refusals", crypto, cryptoExtras]),
        floor("ProcessMining", ["BusinessProcess", "DecisionModel", "WorkingTime"]),
        floor("ProcessSimulation", ["Refusals", "WorkingTime", heap]),

        // Foundations
        floor(
            "Storage", ["Cryptography", "Refusals", "WorkingTime", "CLibPQ", grdb, sqlite, crypto],
            resources: [.copy("Resources")]),
        floor(
            "Web",
            [
                "Refusals", "WorkingTime", "CZlib", hummingbird, httpTypes, lifecycle, nioCore, nioHTTP,
                crypto,
                logging,
            ],
            resources: [.copy("Resources")]),
        floor("Search", ["Storage", "WorkingTime"], resources: [.copy("Resources")]),
        floor("Wordings", ["Storage", crypto]),
        floor("StreetMaps", ["Web", yams], resources: [.copy("Resources")]),
        floor("Modules", ["Storage", "Web", "WorkingTime"]),
        floor(
            "Journal", ["Codes", "Storage", "Modules", "Refusals", "TransparencyLog", "WorkingTime", crypto],
            resources: [.copy("Resources")]),
        floor(
            "Government", ["Cryptography", "Storage", "Modules", "Codes", "Refusals", "WorkingTime", yams],
            resources: [.copy("Resources")]),
        floor(
            "Identity",
            [
                "Government", "Journal", "Modules", "Storage", "Typesetting", "Web", "WebAuthn", "Codes",
                "Refusals", "WorkingTime", "CArgon2", crypto, httpTypes, yams,
            ],
            resources: [.copy("Resources")]),
        floor(
            "Files",
            [
                "Storage", "Modules", "Refusals", "Web", "WorkingTime", crypto, httpClient, logging, nioCore,
                nioHTTP, nioPosix,
            ],
            resources: [.copy("Resources")]),
        floor(
            "Jobs", ["Journal", "Modules", "Refusals", "Storage", "WorkingTime"],
            resources: [.copy("Resources")]),
        floor(
            "Messaging",
            [
                "CCurl", "Jobs", "Storage", "Modules", "Refusals", "WorkingTime", crypto, httpClient, nioCore,
                nioHTTP, nioPosix, yams,
            ],
            resources: [.copy("Resources")]),

        // The matter
        floor(
            "Cases",
            [
                "BusinessProcess", "DecisionModel", "Codes", "Files", "Government", "Identity", "Jobs",
                "Journal", "Messaging",
                "Modules", "Refusals", "Search", "Storage", "WorkingTime", crypto,
            ],
            resources: [.copy("Resources")]),
        floor(
            "Services",
            [
                "Cases", "DecisionModel", "Codes", "Government", "Journal", "Modules", "Refusals", "Search",
                "Storage", "WorkingTime", yams,
            ],
            resources: [.copy("Resources")]),
        floor(
            "Licences",
            [
                "Cases", "Codes", "Cryptography", "Government", "Identity", "Journal", "Messaging", "Modules",
                "Refusals", "Storage", "Web", "WorkingTime", crypto, httpTypes, yams,
            ],
            resources: [.copy("Resources")]),
        floor(
            "Desk",
            [
                "Cases", "Services", "BusinessProcess", "DecisionModel", "CSV", "Codes", "Government",
                "Identity", "Jobs",
                "Journal", "Licences", "Modules", "Refusals", "Storage", "Web", "WorkingTime", httpTypes,
            ]),
        floor(
            "CoreAPI",
            [
                "Cases", "BusinessProcess", "DecisionModel", "Codes", "Files", "Identity", "Journal",
                "Messaging", "Modules",
                "Refusals", "Services", "Storage", "Web", "WorkingTime", crypto, httpTypes,
            ]),

        floor(
            "RuleBooks",
            ["Identity", "Journal", "Modules", "Refusals", "Storage", "Web", "WorkingTime", httpTypes, yams],
            resources: [.copy("Resources")]),

        floor("RequestDoors", ["Identity", "Journal", "Storage"]),

        // Features
        floor(
            "ProcessDesk",
            [
                "BusinessProcess", "DecisionModel", "Cases", "Government", "Identity", "Jobs", "Journal",
                "Modules",
                "Refusals",
                "Services", "Storage", "Web", "WorkingTime", "XMLTree", crypto, httpTypes,
            ],
            resources: [.copy("Resources")]),
        floor(
            "FormDesigner",
            [
                "Codes", "Desk", "Government", "Identity", "Licences", "Modules", "Refusals", "Services",
                "Storage", "Web", "WorkingTime", httpTypes,
            ]),
        floor(
            "AnnualInspection",
            [
                "Codes", "Desk", "Government", "Identity", "Journal", "Messaging", "Modules", "Refusals",
                "Services", "Storage", "Web", "WorkingTime", httpTypes, yams,
            ],
            resources: [.copy("Resources")]),
        floor(
            "JointServices",
            [
                "BusinessProcess", "Cases", "Government", "Identity", "Modules", "Refusals", "Services",
                "Storage", "Web", "WorkingTime", httpTypes,
            ]),
        floor(
            "ItemLibrary",
            [
                "CSV", "Cases", "Government", "Identity", "Jobs", "Journal", "Licences", "Modules",
                "Refusals",
                "Services", "Storage", "TextExtraction", "Web", "WorkingTime", httpTypes, nioCore,
            ],
            resources: [.copy("Resources")]),
        floor(
            "ServiceHall",
            [
                "Cases", "Desk", "Services", "BusinessProcess", "Codes", "Files", "Government",
                "Identity", "Journal", "Licences", "Messaging", "Modules", "Refusals", "Storage", "Web",
                "Typesetting", "WorkingTime", httpTypes, nioCore,
            ],
            resources: [.copy("Resources")]),
        floor("Portal", ["Services", "Cases", "Modules", "Refusals", "Web", "WorkingTime"]),
        floor(
            "Content",
            [
                "Cases", "CSV", "Codes", "DecisionModel", "Files", "Government", "Identity", "Journal",
                "Messaging",
                "Modules", "Pictures", "Refusals", "RequestDoors", "Search", "Services", "Storage",
                "TextExtraction", "Web",
                "WorkingTime",
                httpTypes, nioCore, yams,
            ],
            resources: [.copy("Resources")]),

        floor(
            "PaperDesk",
            [
                "Cases", "Identity", "Journal", "Modules", "Refusals", "Storage", "Typesetting", "Web",
                "WorkingTime", httpTypes,
            ]),
        floor(
            "Rights",
            [
                "Government", "Identity", "Journal", "Modules", "Refusals", "Storage", "Web", "WorkingTime",
                httpTypes,
            ]),
        floor(
            "DirectorySync",
            [
                "Government", "Identity", "Journal", "Modules", "Refusals", "Storage", "Web", "WorkingTime",
                crypto, httpTypes,
            ],
            resources: [.copy("Resources")]),
        floor(
            "Restructuring",
            [
                "Cases", "BusinessProcess", "Codes", "Government", "Identity", "Journal", "Modules",
                "Refusals", "Services", "Storage", "Web", "WorkingTime", httpTypes,
            ],
            resources: [.copy("Resources")]),
        floor(
            "Operations",
            [
                "Cases", "CSV", "Codes", "Cryptography", "Files", "Government", "Identity", "Jobs", "Journal",
                "Modules", "Refusals", "Storage", "Web", "WorkingTime", httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Takeover",
            [
                "Cases", "CSV", "Codes", "Files", "Government", "Identity", "Jobs", "Journal", "Licences",
                "Modules",
                "Refusals", "Services", "Storage", "TextExtraction", "Web", "WorkingTime", httpTypes, nioCore,
            ],
            resources: [.copy("Resources")]),

        floor(
            "PublicLog",
            [
                "Cases", "Codes", "Desk", "Identity", "Journal", "Modules", "Refusals", "Storage",
                "TransparencyLog", "Web", "WorkingTime", httpClient, httpTypes, nioCore, nioHTTP,
            ],
            resources: [.copy("Resources")]),
        floor(
            "OpenID",
            [
                "Government", "Identity", "Jobs", "Journal", "Modules", "Refusals", "Storage", "Web",
                "WorkingTime", crypto, cryptoExtras, httpClient, httpTypes, jwtKit, nioCore, nioHTTP,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Audit",
            [
                "Cases", "Codes", "CSV", "DecisionModel", "Desk", "Government", "Identity", "Jobs", "Journal",
                "Messaging", "Modules", "Refusals", "Services", "Storage", "Web", "WorkingTime", httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "SiteSearch",
            [
                "Government", "Identity", "Journal", "Modules", "Refusals", "Search", "Services", "Storage",
                "Web", "WorkingTime", httpTypes, yams,
            ],
            resources: [.copy("Resources")]),

        floor(
            "SiteStatistics",
            [
                "CSV", "Identity", "Modules", "Refusals", "Storage", "Web", "WorkingTime", yams,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Disclosure",
            [
                "Cases", "CSV", "Codes", "DecisionModel", "Desk", "Files", "Government", "Identity",
                "Journal", "Modules", "Refusals", "Search", "Storage", "Web", "WorkingTime", httpTypes, yams,
            ],
            resources: [.copy("Resources")]),

        floor(
            "ServiceRequests",
            [
                "Cases", "Codes", "DecisionModel", "Desk", "Files", "Government", "Identity", "Journal",
                "Messaging", "Modules", "Refusals", "RuleBooks", "Search", "Storage", "StreetMaps", "Web",
                "Wordings",
                "WorkingTime", "Cryptography", crypto, httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Hotline",
            [
                "CSV", "Cases", "Codes", "Cryptography", "DecisionModel", "Government", "Identity", "Journal",
                "Messaging", "Modules", "Refusals", "RuleBooks", "Search", "Storage", "Web", "WorkingTime",
                httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "AdministrativeHall",
            [
                "Codes", "CSV", "Files", "Government", "Identity", "Journal", "Messaging", "Modules",
                "Refusals", "Storage", "Typesetting", "Web", "WorkingTime", httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "AccessFigures",
            [
                "CSV", "Cases", "Codes", "Government", "Identity", "Modules", "Refusals", "Storage", "Web",
                "WorkingTime",
            ],
            resources: [.copy("Resources")]),

        floor(
            "Surveys",
            [
                "CSV", "Codes", "Cryptography", "Government", "Identity", "Journal", "Modules", "Refusals",
                "Storage", "Web", "WorkingTime", crypto, httpTypes, nioCore,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Consultations",
            [
                "CSV", "Codes", "Government", "Identity", "Journal", "Messaging", "Modules", "Refusals",
                "Storage", "Web", "WorkingTime", crypto, httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Forum",
            [
                "Codes", "Government", "Identity", "Journal", "Messaging", "Modules", "Refusals",
                "RequestDoors", "RuleBooks", "Search", "Storage", "Web", "Wordings", "WorkingTime", httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "ParticipationFigures",
            [
                "CSV", "Identity", "Messaging", "Modules", "Refusals", "RuleBooks", "Storage", "Web",
                "Wordings",
                "WorkingTime",
            ],
            resources: [.copy("Resources")]),

        floor(
            "Supervision",
            [
                "CSV", "Cases", "Codes", "DecisionModel", "Government", "Identity", "Jobs", "Journal",
                "Messaging", "Modules", "Refusals", "Storage", "Web", "WorkingTime", crypto, httpTypes,
                nioCore, yams,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Cockpit",
            [
                "Cases", "Codes", "Government", "Identity", "Journal", "Messaging", "Modules", "Refusals",
                "Storage", "StreetMaps",
                "Web", "WorkingTime", httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Hearings",
            [
                "CSV", "Codes", "Cryptography", "Files", "Government", "Identity", "Journal", "Messaging",
                "Modules",
                "Refusals", "Storage", "Web", "WorkingTime", crypto, httpTypes,
                nioCore,
            ],
            resources: [.copy("Resources")]),

        floor(
            "SupervisionOrders",
            [
                "Cases", "Codes", "DecisionModel", "Files", "Government", "Identity", "Journal", "Messaging",
                "Modules", "Refusals", "Storage", "Web", "WorkingTime", httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Accountability",
            [
                "Cases", "Codes", "DecisionModel", "Desk", "Government", "Identity", "Journal", "Messaging",
                "Modules",
                "Refusals", "RuleBooks", "Storage", "Web", "WorkingTime", httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Targets",
            [
                "Government", "Identity", "Journal", "Messaging", "Modules", "Refusals", "Storage", "Web",
                "WorkingTime", httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Reengineering",
            [
                "BusinessProcess", "Cases", "Government", "Identity", "Jobs", "Journal", "Licences",
                "Modules",
                "ProcessMining", "ProcessSimulation", "Refusals", "RuleBooks", "Services", "Storage", "Web",
                "WorkingTime",
                httpTypes,
            ],
            resources: [.copy("Resources")]),
        floor(
            "Performance",
            [
                "CSV", "Cases", "DecisionModel", "Files", "Government", "Identity", "Journal", "Messaging",
                "Modules",
                "Refusals", "Storage", "Web", "WorkingTime", httpTypes, yams,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Bulletins",
            [
                "CSV", "Codes", "DecisionModel", "Government", "Identity", "Journal", "Modules", "Refusals",
                "RuleBooks", "Search", "Storage", "Typesetting", "Web", "WorkingTime", httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Oversight",
            [
                "Codes", "Government", "Identity", "Journal", "Messaging", "Modules", "Refusals", "Storage",
                "Web", "WorkingTime", httpTypes,
            ],
            resources: [.copy("Resources")]),

        floor(
            "ProgressAnywhere",
            [
                "Cases", "Codes", "Cryptography", "Desk", "Government", "Identity", "Journal", "Messaging",
                "Modules", "Refusals", "Storage", "Web", "WorkingTime", crypto, httpTypes, nioCore,
            ],
            resources: [.copy("Resources")]),

        floor(
            "Ratings",
            [
                "Cases", "CSV", "Codes", "Government", "Identity", "Journal", "Messaging", "Modules",
                "Refusals",
                "Storage", "Web", "WorkingTime", httpTypes, yams,
            ],
            resources: [.copy("Resources")]),

        floor(
            "MessageDesk",
            [
                "Identity", "Journal", "Messaging", "Modules", "Refusals", "Storage", "Web", "WorkingTime",
                crypto, httpTypes, nioCore,
            ]),

        floor(
            "Languages",
            [
                "ChineseScript", "Identity", "Journal", "Modules", "Refusals", "Storage", "Web",
                "WorkingTime", httpTypes, yams,
            ],
            resources: [.copy("Resources")]),

        // Composition
        floor(
            "App",
            [
                "AccessFigures", "Accountability", "Audit", "Content", "DirectorySync", "Disclosure",
                "Languages", "Portal",
                "Search",
                "SiteSearch", "SiteStatistics", "ItemLibrary", "ServiceHall", "AdministrativeHall",
                "AnnualInspection", "FormDesigner", "JointServices", "Operations", "OpenID", "PaperDesk",
                "ProcessDesk", "Restructuring", "Rights", "Takeover", "MessageDesk", "ProgressAnywhere",
                "Ratings", "RequestDoors", "RuleBooks", "ServiceRequests", "Surveys", "Consultations",
                "Hearings",
                "Supervision", "SupervisionOrders", "Cockpit", "Forum", "Hotline", "ParticipationFigures",
                "Reengineering", "Performance", "Bulletins", "Oversight", "Targets", "DecisionModel",
                "PublicLog", "CoreAPI", "Desk", "Services", "Cases",
                "BusinessProcess", "ChineseScript", "Codes", "Cryptography", "Files", "Government",
                "Licences",
                "Identity", "Jobs", "Journal", "Messaging", "Modules", "Refusals", "Storage",
                "TransparencyLog", "Typesetting", "Web", "WebAuthn", "WorkingTime", httpClient, httpTypes,
                hummingbird,
                hummingbirdCore, lifecycle, logging, nioCore, nioHTTP, nioHTTPTypes, nioHTTPTypesHTTP, yams,
            ]),
        .executableTarget(
            name: "minben",
            dependencies: [
                "App", "BusinessProcess", "Cases", "Codes", "Cryptography", "DecisionModel", "Government",
                "Identity", "Journal", "Licences", "ProcessMining", "PublicLog", "Refusals", "Storage",
                "TransparencyLog", "WorkingTime", "XMLTree", arguments, logging,
            ],
            swiftSettings: strict),

        // Benchmarks/journal.py calls it.
        .executableTarget(
            name: "JournalBenchmark",
            dependencies: [
                "Journal", "Modules", "Refusals", "Storage", "TransparencyLog", "WorkingTime", arguments,
            ],
            path: "Benchmarks/JournalBenchmark", swiftSettings: strict),

        // Benchmarks/processes.py calls it.
        .executableTarget(
            name: "ProcessBenchmark",
            dependencies: [
                "BusinessProcess", "Cases", "DecisionModel", "Files", "Government", "Identity", "Jobs",
                "Journal",
                "Messaging", "Modules", "Storage", "WorkingTime", arguments,
            ],
            path: "Benchmarks/ProcessBenchmark", swiftSettings: strict),

        // Benchmarks/search.py calls it.
        .executableTarget(
            name: "SearchBenchmark",
            dependencies: [
                "Government", "Modules", "Search", "Services", "SiteSearch", "Storage", "WorkingTime",
                arguments,
            ],
            path: "Benchmarks/SearchBenchmark", swiftSettings: strict),

        // Benchmarks/supervision.py calls it.
        .executableTarget(
            name: "SupervisionBenchmark",
            dependencies: [
                "Accountability", "Cases", "Cockpit", "Files", "Government", "Identity", "Jobs", "Journal",
                "Messaging", "Modules", "Performance", "Ratings",
                "ServiceRequests", "Storage", "Supervision", "SupervisionOrders", "WorkingTime", arguments,
            ],
            path: "Benchmarks/SupervisionBenchmark", swiftSettings: strict),

        // Tests
        .target(
            name: "TestSupport",
            dependencies: ["Cryptography", "Storage", hummingbirdTesting, httpTypes, nioCore],
            path: "Tests/TestSupport", swiftSettings: strict),
        tests("Codes", ["Codes", "Refusals"]),
        tests("WorkingTime", ["WorkingTime"]),
        tests("CSV", ["CSV"]),
        tests("XMLTree", ["XMLTree"]),
        tests("DecisionModel", ["DecisionModel", "Refusals", "XMLTree"]),
        tests(
            "BusinessProcess", ["BusinessProcess", "DecisionModel", "Refusals", "XMLTree"],
            resources: [.copy("Fixtures")]),
        tests("Typesetting", ["Typesetting"]),
        tests("Pictures", ["CGD", "Pictures", "Refusals"]),
        tests("TextExtraction", ["CZlib", "Refusals", "TestSupport", "TextExtraction"]),
        tests("ChineseScript", ["ChineseScript"]),
        tests("Cryptography", ["Cryptography", "Refusals", "WorkingTime"]),
        tests(
            "TransparencyLog", ["Cryptography", "TransparencyLog", crypto], resources: [.copy("Fixtures")]),
        tests("Storage", ["TestSupport", "Cryptography", "Storage", "WorkingTime", "Refusals"]),
        tests("WebAuthn", ["WebAuthn", crypto, cryptoExtras]),
        tests(
            "Web",
            [
                "Web", "Refusals", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, logging,
                nioCore, nioEmbedded, nioHTTP,
            ]),
        tests("Search", ["TestSupport", "Search", "Storage", "WorkingTime"]),
        tests("Wordings", ["Wordings"]),
        tests(
            "SiteSearch",
            [
                "TestSupport", "SiteSearch", "Codes", "Government", "Identity", "Journal", "Modules",
                "Refusals", "Search", "Services", "Storage", "Web", "WorkingTime", hummingbird,
                hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "SiteStatistics",
            [
                "TestSupport", "SiteStatistics", "Government", "Identity", "Journal", "Modules", "Refusals",
                "Storage",
                "Web", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Messaging",
            [
                "TestSupport", "Messaging", "Jobs", "Journal", "Storage", "Modules", "Refusals",
                "WorkingTime", crypto, httpTypes, hummingbird, hummingbirdTesting, nioCore, nioPosix,
            ]),
        tests(
            "AccessFigures",
            [
                "TestSupport", "AccessFigures", "Cases", "Files", "Government", "Identity", "Jobs", "Journal",
                "Messaging", "Modules", "Services", "Storage", "Web", "WorkingTime", hummingbird,
                hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Surveys",
            [
                "TestSupport", "Surveys", "CSV", "Government", "Identity", "Journal", "Modules", "Refusals",
                "Storage", "Web", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Consultations",
            [
                "TestSupport", "Consultations", "Government", "Identity", "Journal", "Messaging", "Modules",
                "Refusals", "Storage", "Web", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes,
                nioCore,
            ]),
        tests(
            "ParticipationFigures",
            [
                "TestSupport", "ParticipationFigures", "Government", "Identity", "Journal", "Messaging",
                "Modules", "Refusals", "RuleBooks", "Storage", "Web", "WorkingTime", hummingbird,
                hummingbirdTesting, httpTypes, yams,
            ]),
        tests(
            "Forum",
            [
                "TestSupport", "Forum", "Codes", "Government", "Identity", "Journal", "Messaging", "Modules",
                "Refusals", "RequestDoors", "RuleBooks", "Search", "Storage", "Web", "WorkingTime",
                hummingbird,
                hummingbirdTesting, httpTypes, nioCore, yams,
            ]),
        tests(
            "Hearings",
            [
                "TestSupport", "Hearings", "Files", "Government", "Identity", "Journal", "Messaging",
                "Modules",
                "Refusals", "Storage", "Web", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes,
                nioCore,
            ]),
        tests("ProcessMining", ["ProcessMining", "BusinessProcess", "WorkingTime"]),
        tests("ProcessSimulation", ["ProcessSimulation", "Refusals", "WorkingTime"]),
        tests(
            "Reengineering",
            [
                "TestSupport", "Reengineering", "ProcessMining", "ProcessSimulation", "Cases", "Files",
                "Government", "Identity", "Jobs", "Journal", "Licences", "Messaging", "Modules", "Refusals",
                "RuleBooks",
                "Services", "Storage", "Web", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, yams,
            ]),
        tests(
            "Targets",
            [
                "TestSupport", "Targets", "Government", "Identity", "Jobs", "Journal", "Messaging", "Modules",
                "Refusals", "Storage", "Web", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes,
                nioCore,
            ]),
        tests(
            "Accountability",
            [
                "TestSupport", "Accountability", "Cases", "Files", "Government", "Identity", "Jobs",
                "Journal",
                "Messaging", "Modules", "Refusals", "RuleBooks", "Services", "Storage", "Web", "WorkingTime",
                hummingbird, hummingbirdTesting, httpTypes, nioCore, yams,
            ]),
        tests(
            "SupervisionOrders",
            [
                "TestSupport", "SupervisionOrders", "Cases", "Codes", "DecisionModel", "Files", "Government",
                "Identity", "Jobs",
                "Journal", "Messaging", "Modules", "Refusals", "Services", "Storage", "Web", "WorkingTime",
                hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Cockpit",
            [
                "TestSupport", "Cockpit", "Cases", "Files", "Government", "Identity", "Jobs", "Journal",
                "Messaging", "Modules", "Refusals", "ServiceRequests", "Storage", "Web", "WorkingTime",
                hummingbird, hummingbirdTesting, httpTypes,
            ]),
        tests(
            "Supervision",
            [
                "TestSupport", "Supervision", "Cases", "DecisionModel", "Files", "Government", "Identity",
                "Jobs", "Journal", "Messaging", "Modules", "Refusals", "Services", "Storage", "Web",
                "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Performance",
            [
                "TestSupport", "Accountability", "Performance", "Cases", "DecisionModel", "Files",
                "Government", "Identity",
                "Jobs", "Journal", "Messaging", "Modules", "Ratings", "Refusals", "ServiceRequests",
                "Services", "Storage", "Supervision", "SupervisionOrders", "Web", "WorkingTime", hummingbird,
                hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Bulletins",
            [
                "TestSupport", "Bulletins", "Government", "Identity", "Journal", "Modules", "Refusals",
                "RuleBooks", "Search", "Storage", "Typesetting", "Web", "WorkingTime", hummingbird,
                hummingbirdTesting, httpTypes,
                nioCore, yams,
            ]),
        tests(
            "Oversight",
            [
                "TestSupport", "Oversight", "Government", "Identity", "Jobs", "Journal", "Messaging",
                "Modules",
                "Refusals", "Storage", "Web", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes,
                nioCore,
            ]),
        tests(
            "ProgressAnywhere",
            [
                "TestSupport", "ProgressAnywhere", "BusinessProcess", "Cases", "Codes", "Files", "Government",
                "Identity", "Jobs", "Journal", "Messaging", "Modules", "Refusals", "Services", "Storage",
                "Web",
                "WorkingTime", crypto, hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Ratings",
            [
                "TestSupport", "Ratings", "Cases", "Codes", "Files", "Government", "Identity", "Jobs",
                "Journal", "Messaging", "Modules", "Refusals", "Services", "Storage", "Web", "WorkingTime",
                hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "MessageDesk",
            [
                "TestSupport", "MessageDesk", "Government", "Identity", "Jobs", "Journal", "Messaging",
                "Modules",
                "Refusals", "Storage", "Web", "WorkingTime", crypto, hummingbird, hummingbirdTesting,
                httpTypes,
                nioCore,
            ]),
        tests(
            "Journal",
            [
                "TestSupport", "Journal", "Storage", "Modules", "Refusals", "TransparencyLog", "WorkingTime",
                crypto,
            ]),
        tests(
            "Government",
            [
                "TestSupport", "Cryptography", "Government", "Storage", "Modules", "Codes", "Refusals",
                "WorkingTime",
            ]),
        tests(
            "Identity",
            [
                "TestSupport", "Identity", "Government", "Journal", "Modules", "Storage", "Web", "WebAuthn",
                "Codes", "Refusals", "WorkingTime", crypto, hummingbird, hummingbirdTesting, httpTypes,
                nioCore,
            ]),
        tests(
            "Files",
            [
                "TestSupport", "Files", "Storage", "Modules", "Refusals", "Web", "WorkingTime", httpClient,
                httpTypes, hummingbird, hummingbirdTesting, nioCore, nioPosix,
            ]),
        tests(
            "Cases",
            [
                "TestSupport", "Cases", "BusinessProcess", "DecisionModel", "Codes", "Files", "Government",
                "Identity",
                "Jobs", "Journal",
                "Messaging", "Modules", "Refusals", "Services", "Storage", "WorkingTime", nioCore,
            ]),
        tests(
            "Services",
            [
                "TestSupport", "Services", "BusinessProcess", "Cases", "Codes", "DecisionModel", "Files",
                "Government", "Identity",
                "Jobs", "Journal", "Messaging", "Modules", "Refusals", "Storage", "WorkingTime", yams,
            ]),
        tests(
            "CoreAPI",
            [
                "TestSupport", "CoreAPI", "Cases", "Services", "BusinessProcess", "DecisionModel", "Codes",
                "Files",
                "Government", "Identity",
                "Journal", "Messaging", "Modules", "Refusals", "Storage", "Web", "WorkingTime", hummingbird,
                hummingbirdTesting, httpTypes, logging, nioCore,
            ]),
        tests(
            "ServiceHall",
            [
                "TestSupport", "ServiceHall", "Cases", "Codes", "Cryptography", "Desk", "Files", "Government",
                "Identity", "Journal", "Licences", "Messaging",
                "Modules", "Refusals", "Services", "Storage", "Web", "WorkingTime", hummingbird,
                hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Desk",
            [
                "TestSupport", "Desk", "BusinessProcess", "Cases", "Codes", "Files", "Government", "Identity",
                "Jobs", "Journal", "Messaging", "Modules", "Refusals", "Services", "Storage", "Web",
                "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Licences",
            [
                "TestSupport", "Licences", "Cases", "Codes", "Cryptography", "Files", "Government",
                "Identity",
                "Journal", "Messaging", "Modules", "Refusals", "Services", "Storage", "Web", "WorkingTime",
                crypto, hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Rights",
            [
                "TestSupport", "Rights", "Government", "Identity", "Jobs", "Journal", "Modules", "Refusals",
                "Storage",
                "Web", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "DirectorySync",
            [
                "TestSupport", "DirectorySync", "Government", "Identity", "Journal", "Modules", "Refusals",
                "Storage", "Web", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Content",
            [
                "TestSupport", "Content", "BusinessProcess", "Cases", "Codes", "Files", "Government",
                "Identity",
                "Jobs", "Journal", "Messaging", "Modules", "Pictures", "Refusals", "RequestDoors", "Search",
                "Services", "Storage",
                "TextExtraction", "Web", "WorkingTime", hummingbird,
                hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "AdministrativeHall",
            [
                "TestSupport", "AdministrativeHall", "Codes", "Files", "Government", "Identity", "Journal",
                "Messaging",
                "Modules", "Refusals", "Storage", "Web", "WorkingTime", hummingbird, hummingbirdTesting,
                httpTypes, nioCore,
            ]),
        tests(
            "Languages",
            [
                "TestSupport", "Languages", "ChineseScript", "Government", "Identity", "Jobs", "Journal",
                "Modules", "Refusals", "Storage", "Web", "WorkingTime", hummingbird, hummingbirdTesting,
                httpTypes, nioCore,
            ]),
        tests(
            "Takeover",
            [
                "TestSupport", "Takeover", "CSV", "Cases", "Codes", "Files", "Government", "Identity", "Jobs",
                "Journal", "Messaging", "Modules", "Refusals", "Services", "Licences", "Storage", "Web",
                "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Restructuring",
            [
                "TestSupport", "Restructuring", "Cases", "Codes", "Files", "Government", "Identity", "Jobs",
                "Journal", "Messaging", "Modules", "Refusals", "Services", "Storage", "Web", "WorkingTime",
                hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "App",
            [
                "AnnualInspection", "App", "Cryptography", "Files", "Government", "Journal",
                "Ratings", "Refusals", "Storage", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes,
                logging,
            ]),
        tests(
            "Jobs", ["TestSupport", "Jobs", "Journal", "Modules", "Refusals", "Storage", "WorkingTime"]),
        tests(
            "Operations",
            [
                "TestSupport", "Operations", "CSV", "Codes", "Cryptography", "Files", "Government",
                "Identity", "Jobs",
                "Journal", "Modules", "Refusals", "Storage", "Web", "WorkingTime", hummingbird,
                hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "ProcessDesk",
            [
                "TestSupport", "ProcessDesk", "BusinessProcess", "Cases", "DecisionModel", "Codes", "Files",
                "Government",
                "Identity", "Jobs", "Journal", "Messaging", "Modules", "Refusals", "Services", "Storage",
                "Web",
                "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "FormDesigner",
            [
                "TestSupport", "FormDesigner", "Cases", "Codes", "Files", "Government", "Identity", "Jobs",
                "Journal", "Licences", "Messaging", "Modules", "Refusals", "Services", "Storage", "Web",
                "WorkingTime",
                hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "AnnualInspection",
            [
                "TestSupport", "AnnualInspection", "Government", "Identity", "Jobs", "Journal", "Messaging",
                "Modules", "Refusals", "Services", "Storage", "Web", "WorkingTime", hummingbird,
                hummingbirdTesting, httpTypes,
            ]),
        tests(
            "JointServices",
            [
                "TestSupport", "JointServices", "Cases", "Files", "Government", "Identity", "Jobs", "Journal",
                "Messaging", "Modules", "Refusals", "Services", "Storage", "Web", "WorkingTime", hummingbird,
                hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "ItemLibrary",
            [
                "TestSupport", "ItemLibrary", "CSV", "Cases", "Files", "Government", "Identity", "Jobs",
                "Journal", "Licences", "Messaging", "Modules", "Refusals", "Services", "Storage",
                "TextExtraction",
                "Web", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "PublicLog",
            [
                "TestSupport", "PublicLog", "Cases", "Codes", "Files", "Government", "Identity", "Journal",
                "Messaging", "Modules", "Refusals", "Services", "Storage", "TransparencyLog", "Web",
                "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "OpenID",
            [
                "TestSupport", "OpenID", "Government", "Identity", "Jobs", "Journal", "Modules", "Refusals",
                "Storage", "Web", "WorkingTime", crypto, hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Audit",
            [
                "TestSupport", "Audit", "Cases", "Codes", "Files", "Government", "Identity", "Jobs",
                "Journal",
                "Messaging", "Modules", "Refusals", "Services", "Storage", "TransparencyLog", "Web",
                "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Disclosure",
            [
                "TestSupport", "Disclosure", "Cases", "Codes", "Files", "Government", "Identity", "Jobs",
                "Journal", "Messaging", "Modules", "Refusals", "Search", "Services", "Storage", "Web",
                "WorkingTime",
                hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "ServiceRequests",
            [
                "TestSupport", "ServiceRequests", "Cases", "Codes", "Desk", "Files", "Government", "Identity",
                "Jobs",
                "Journal", "Messaging", "Modules", "Refusals", "RuleBooks", "Search", "Services", "Storage",
                "Web", "WorkingTime", hummingbird, hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Hotline",
            [
                "TestSupport", "Hotline", "Cases", "Codes", "Government", "Identity", "Jobs", "Journal",
                "Messaging",
                "Modules", "Refusals", "RuleBooks", "Search", "Storage", "Web", "WorkingTime", hummingbird,
                hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(
            "Journey",
            [
                "TestSupport", "App", "BusinessProcess", "DecisionModel", "Modules", "Storage", "WorkingTime",
                hummingbird,
                hummingbirdTesting,
                httpTypes,
                nioCore,
            ]),
        tests(
            "Architecture",
            [
                "TestSupport", "App", "Audit", "BusinessProcess", "Cases", "Identity", "Journal", "Messaging",
                "Modules",
                "Storage", "Web", "WorkingTime", httpTypes, hummingbird,
                hummingbirdTesting, nioCore,
            ]),
    ],
    swiftLanguageModes: [.v6]
)
