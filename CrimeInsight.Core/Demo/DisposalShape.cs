namespace CrimeInsight.Core.Demo;

/// <summary>How fast, and with what relative success, police and courts dispose of a head's cases.</summary>
internal enum DisposalShape
{
    /// <summary>Offender and evidence come with the case: excise, gambling, traffic.</summary>
    Summary,

    /// <summary>Offender named by the victim.</summary>
    Named,

    /// <summary>Grave: most are charged, trials are long.</summary>
    Grave,

    /// <summary>Offender mostly unknown.</summary>
    Untraced,

    /// <summary>Documents and accounts: slow.</summary>
    Documents,
}
