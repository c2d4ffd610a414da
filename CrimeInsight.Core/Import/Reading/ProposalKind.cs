namespace CrimeInsight.Core.Import.Reading;

/// <summary>What a suggestion would do if somebody agrees. In mappings by these names, in small letters with hyphens; never rename.</summary>
public enum ProposalKind
{
    /// <summary>A canonical column is the same for all rows.</summary>
    Constant,

    /// <summary>Rows with a value in a column of the file are no cases.</summary>
    LeaveOut,

    /// <summary>Only rows with a value in a column of the file are meant.</summary>
    Only,
}
