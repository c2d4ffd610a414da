using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Shared.Tables;

/// <summary>What files of every feature say in each row.</summary>
public static class TableFacts
{
    /// <summary>The place the figures are of; null: several.</summary>
    public static FigureFact Place(string? code) => new(
        new FigureColumn("place", FigureUnit.Place, TextKey.Of<QueryText>(nameof(QueryText.DimensionJurisdiction))),
        code is null ? FigureValue.Nothing : new PlaceFigure(code));

    /// <summary>The crime head the figures are of.</summary>
    public static FigureFact Head(string code) => new(
        new FigureColumn("head", FigureUnit.Head, TextKey.Of<QueryText>(nameof(QueryText.DimensionHead))), new HeadFigure(code));

    /// <summary>Whether the figures are of registered cases or synthetic.</summary>
    public static FigureFact Data(bool isSynthetic) => new(
        new FigureColumn("data", FigureUnit.Text, TextKey.Of<QueryText>(nameof(QueryText.DataKind))),
        TextKey.Of<QueryText>(isSynthetic ? nameof(QueryText.DataSynthetic) : nameof(QueryText.DataRegistered)));
}
