namespace CrimeInsight.Core.Import.Understanding;

/// <summary>A row that differs from the others.</summary>
/// <param name="Row">As a spreadsheet counts; null where only a part of the file was looked at.</param>
/// <param name="Cells">It has.</param>
/// <param name="Filled">Of them.</param>
/// <param name="Text">Shortened, without personal columns; null when it cannot be told which cells are personal.</param>
public sealed record OddRow(long? Row, int Cells, int Filled, string? Text);
