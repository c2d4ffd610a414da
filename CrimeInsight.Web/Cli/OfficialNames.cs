namespace CrimeInsight.Web.Cli;

/// <summary>What <c>official import</c> is told about a table.</summary>
/// <param name="Edition">Null: the name of the file.</param>
internal sealed record OfficialNames(string Source, string? Edition, int? Year, string? State);
