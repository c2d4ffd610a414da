namespace CrimeInsight.Web.Features.Export;

/// <summary>When a file was made, by which program, from which version of the data.</summary>
/// <param name="At">UTC.</param>
/// <param name="DataVersion">Grows with every batch that changes incidents.</param>
/// <param name="Program">Name and version.</param>
internal sealed record ExportStamp(DateTimeOffset At, long DataVersion, string Program);
