using System.Collections.Immutable;

namespace CrimeInsight.Core.Tables;

/// <summary>Several values in a row.</summary>
public sealed record ListFigure(ImmutableArray<FigureValue> Values) : FigureValue;
