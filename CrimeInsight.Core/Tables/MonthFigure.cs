using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Tables;

/// <summary>A calendar month.</summary>
public sealed record MonthFigure(Month Month) : FigureValue;
