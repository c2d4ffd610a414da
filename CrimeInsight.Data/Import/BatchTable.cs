namespace CrimeInsight.Data.Import;

/// <summary>A staging table of a batch.</summary>
/// <param name="Partition">Partition it is for; null for rejects.</param>
/// <param name="Columns">In the order in which rows are encoded.</param>
internal readonly record struct BatchTable(string? Partition, string Name, string Columns)
{
    public static BatchTable Rejects { get; } = new(null, "reject", RejectEncoder.Columns);

    public static BatchTable Incidents(string partition) => new(partition, "incident", IncidentEncoder.Columns);
}
