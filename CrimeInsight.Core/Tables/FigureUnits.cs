namespace CrimeInsight.Core.Tables;

/// <summary>What follows from a unit.</summary>
public static class FigureUnits
{
    /// <summary>Values are compared by their size: they stand one below the other by their digits.</summary>
    public static bool IsNumber(this FigureUnit unit) => unit <= FigureUnit.Duration;

    /// <summary>Values are codes that have words: files hold both.</summary>
    public static bool HasCode(this FigureUnit unit) =>
        unit is FigureUnit.Month or FigureUnit.Weekday or FigureUnit.HourOfDay or FigureUnit.Place or FigureUnit.Head or FigureUnit.Code;
}
