namespace CrimeInsight.Data.Embedded;

/// <summary>Settings of the embedded server, written into its configuration when the cluster is made.</summary>
internal static class ServerSettings
{
    public static IReadOnlyList<(string Name, string Value)> All { get; } =
    [
        ("listen_addresses", "127.0.0.1"),
        ("unix_socket_directories", ""),
        ("max_connections", "120"),
        ("shared_buffers", "512MB"),
        ("work_mem", "24MB"),
        ("maintenance_work_mem", "256MB"),
        ("effective_cache_size", "2GB"),
        ("random_page_cost", "1.1"),
        ("max_wal_size", "4GB"),
        ("checkpoint_timeout", "15min"),
        ("wal_compression", "on"),
        // One server without replicas: tables made and filled in one transaction need no log.
        ("wal_level", "minimal"),
        ("max_wal_senders", "0"),
        // Analytic queries here take milliseconds: compiling them would take longer.
        ("jit", "off"),
        ("timezone", "UTC"),
        ("log_timezone", "UTC"),
        ("lc_messages", "C"),
        ("password_encryption", "scram-sha-256"),
        ("logging_collector", "off"),
        ("log_min_messages", "warning"),
        // Statements may carry what people typed: errors are logged without them.
        ("log_min_error_statement", "panic"),
    ];
}
