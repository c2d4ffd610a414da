namespace CrimeInsight.Data.Import;

/// <summary>A staging table of a batch.</summary>
/// <param name="Partition">Partition it is for; null for rejects and sections.</param>
/// <param name="Columns">In the order in which rows are encoded.</param>
internal readonly record struct BatchTable(string? Partition, string Name, string Columns)
{
    public static BatchTable Rejects { get; } = new(null, "reject", RejectEncoder.Columns);

    /// <summary>Sections of the rows' cases.</summary>
    public static BatchTable Sections { get; } = new(null, "section", SectionEncoder.Columns);

    public static BatchTable Incidents(string partition) => new(partition, "incident", IncidentEncoder.Columns);
}
