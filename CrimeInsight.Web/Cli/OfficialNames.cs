using CrimeInsight.Core.Import;

namespace CrimeInsight.Web.Cli;

/// <summary>What <c>official import</c> is told about a table.</summary>
/// <param name="Edition">Null: the name of the file.</param>
/// <param name="Choice">Which part of the file holds the table; null: the only one.</param>
internal sealed record OfficialNames(string Source, string? Edition, int? Year, string? State, DataFileChoice? Choice = null);
