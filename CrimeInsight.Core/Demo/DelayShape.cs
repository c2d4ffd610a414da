namespace CrimeInsight.Core.Demo;

/// <summary>How long after the offence it is reported.</summary>
internal enum DelayShape
{
    /// <summary>Found by the police themselves: the same day.</summary>
    Detected,

    /// <summary>Mostly within a day.</summary>
    Prompt,

    /// <summary>When the loss is noticed.</summary>
    Property,

    /// <summary>Often after weeks of hesitation.</summary>
    Domestic,

    /// <summary>Prompt or very late.</summary>
    Sexual,

    /// <summary>When the deceit is understood: weeks, a tail of years.</summary>
    Deceit,
}
