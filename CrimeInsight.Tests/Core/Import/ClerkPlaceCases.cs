namespace CrimeInsight.Tests.Core.Import;

/// <summary>State | district as written | day of the offence | place in English, "!" where it is refused | what is told: a note, or nothing.</summary>
internal static class ClerkPlaceCases
{
    public const string All = """
        Maharashtra | Mumbai City | | Mumbai |
        Maharashtra | Greater Mumbai Commissionerate | | ! |
        Maharashtra | Mumbai Commissionerate | | Mumbai | PoliceUnitNamed
        Maharashtra | Thane City | | Thane | PoliceUnitNamed
        Maharashtra | Thane Rural | | Thane | PoliceUnitNamed
        Maharashtra | Navi Mumbai | | Thane | PoliceUnitNamed
        Maharashtra | Pimpri Chinchwad | | Pune | PoliceUnitNamed
        Maharashtra | Nagpur Rural | | Nagpur | PoliceUnitNamed
        Maharashtra | Nashik City | | Nashik | PoliceUnitNamed
        Maharashtra | Solapur Commr. | | Solapur | PoliceUnitNamed
        Maharashtra | Pune Gramin | | Pune | PoliceUnitNamed
        Maharashtra | SP Pune Rural | | Pune | PoliceUnitNamed
        Maharashtra | Railway Police Pune | | Maharashtra | PoliceUnitNamed
        Maharashtra | GRP Nagpur | | Maharashtra | PoliceUnitNamed
        Maharashtra | Aurangabad Rural | | Chhatrapati Sambhajinagar | PoliceUnitNamed
        Maharashtra | Aurangabad | | Chhatrapati Sambhajinagar |
        Maharashtra | Osmanabad | | Dharashiv |
        Maharashtra | Ahmednagar | | Ahilyanagar |
        Telangana | Cyberabad | | - | PoliceUnitNamed
        Telangana | Rachakonda | | - | PoliceUnitNamed
        Telangana | GRP Secunderabad | | Telangana | PoliceUnitNamed
        Telangana | Secunderabad Rly. | | Telangana | PoliceUnitNamed
        Andhra Pradesh | Vijayawada City | | - | PoliceUnitNamed
        Andhra Pradesh | NTR | 2023-01-01 | Krishna | NewDistrictNamed
        Andhra Pradesh | Tirupati | 2023-01-01 | - | NewDistrictNamed
        Andhra Pradesh | Anakapalli | 2023-01-01 | Visakhapatnam | NewDistrictNamed
        Andhra Pradesh | Konaseema | 2023-01-01 | East Godavari | NewDistrictNamed
        Andhra Pradesh | Cuddapah | | - |
        Andhra Pradesh | Rajahmundry Urban | | East Godavari | PoliceUnitNamed
        Tamil Nadu | Mayiladuthurai | 2021-06-01 | Nagapattinam | NewDistrictNamed
        Tamil Nadu | Chennai City | | Chennai |
        Tamil Nadu | Greater Chennai Police | | ! |
        Tamil Nadu | Avadi | | - | -
        Tamil Nadu | Tambaram | | - | -
        Tamil Nadu | Coimbatore City | | Coimbatore | PoliceUnitNamed
        Tamil Nadu | Coimbatore Rural | | Coimbatore | PoliceUnitNamed
        Tamil Nadu | Trichy | | Tiruchirappalli |
        Tamil Nadu | Tanjore | | Thanjavur |
        Tamil Nadu | Tuticorin | | - |
        Tamil Nadu | Nilgiris | | - |
        Tamil Nadu | Tinnevelly | | Tirunelveli |
        Tamil Nadu | Kanyakumari | | - |
        Tamil Nadu | CBCID | | Tamil Nadu | PoliceUnitNamed
        Karnataka | Gulbarga | | - |
        Karnataka | Bengaluru City | | - | -
        Karnataka | Bangalore Urban | | - |
        Karnataka | Mysore City | | - | PoliceUnitNamed
        Karnataka | Mangalore City | | Dakshina Kannada | PoliceUnitNamed
        Karnataka | Hubli-Dharwad City | | Dharwad | PoliceUnitNamed
        Karnataka | K.G.F. | | Kolar | PoliceUnitNamed
        Kerala | Trivandrum City | | Thiruvananthapuram | PoliceUnitNamed
        Kerala | Thiruvananthapuram Rural | | Thiruvananthapuram | PoliceUnitNamed
        Kerala | Kochi City | | Ernakulam | PoliceUnitNamed
        Kerala | Calicut | | Kozhikode |
        Kerala | Cannanore | | Kannur |
        Kerala | Alleppey | | Alappuzha |
        West Bengal | Kolkata Police | | Kolkata | PoliceUnitNamed
        West Bengal | Bidhannagar Commissionerate | | - | -
        West Bengal | Asansol-Durgapur | | - | PoliceUnitNamed
        West Bengal | Howrah City | | - | PoliceUnitNamed
        West Bengal | 24 Parganas North | | - |
        West Bengal | South 24-Parganas | | - |
        West Bengal | Midnapore West | | - |
        West Bengal | Dinajpur Dakshin | | - |
        West Bengal | Sealdah GRP | | West Bengal | PoliceUnitNamed
        Jharkhand | Singhbhum East | | - |
        Jharkhand | West Singhbhum | | - |
        Jharkhand | Singhbhum | | ! |
        Uttar Pradesh | Lucknow Commissionerate | | Lucknow | PoliceUnitNamed
        Uttar Pradesh | Noida | | - | -
        Uttar Pradesh | Allahabad | | - |
        Uttar Pradesh | Prayagraj | | - |
        Uttar Pradesh | Faizabad | | - |
        Uttar Pradesh | Kanpur Dehat | | Kanpur Dehat |
        Uttar Pradesh | Kanpur Nagar | | Kanpur Nagar |
        Uttar Pradesh | Kheri | | - |
        Uttar Pradesh | Pilibhit | | Pilibhit |
        Uttar Pradesh | Pratapgarh | | - |
        Rajasthan | Pratapgarh | | Pratapgarh |
        Rajasthan | Jaipur East | | Jaipur | PoliceUnitNamed
        Rajasthan | Jodhpur Rural | | Jodhpur | NewDistrictNamed
        Rajasthan | GRP Ajmer | | Rajasthan | PoliceUnitNamed
        Rajasthan | Balotra | 2024-01-01 | Barmer | NewDistrictNamed
        Bihar | Aurangabad | | Aurangabad |
        | Aurangabad | | ! |
        | Pratapgarh | | ! |
        | Hamirpur | | ! |
        | Bilaspur | | ! |
        | GRP | | ! |
        | Crime Branch | | ! |
        | Rural | | ! |
        | Bara | | ! |
        Bihar | Motihari | | - | PoliceUnitNamed
        Bihar | Bettiah | | - | PoliceUnitNamed
        Bihar | Bagaha | | - | PoliceUnitNamed
        Bihar | East Champaran | | - |
        Bihar | Champaran | | ! |
        Odisha | Cuttack City | | - | -
        Odisha | Berhampur | | Ganjam | PoliceUnitNamed
        Odisha | Bhubaneswar | | - | -
        Odisha | Rourkela | | - | PoliceUnitNamed
        Orissa | Balasore | | - |
        Punjab | Khanna | | Ludhiana | PoliceUnitNamed
        Punjab | Mohali | | - |
        Punjab | Ropar | | - |
        Haryana | Gurgaon | | - |
        Haryana | Mewat | | - |
        Gujarat | Ahmedabad City | | - | PoliceUnitNamed
        Gujarat | Ahmedabad Rural | | - | PoliceUnitNamed
        Gujarat | Surat City | | Surat | PoliceUnitNamed
        Gujarat | Baroda | | - |
        Gujarat | Western Railway | | Gujarat | PoliceUnitNamed
        Assam | Guwahati City | | - | PoliceUnitNamed
        Assam | Kamrup Metro | | - | -
        Delhi | Outer North | | - | -
        Delhi | Dwarka | | - | -
        Delhi | IGI Airport | | - | PoliceUnitNamed
        Chhattisgarh | Sakti | 2023-01-01 | - | NewDistrictNamed
        Madhya Pradesh | Hoshangabad | | - |
        Madhya Pradesh | Narmadapuram | | - |
        Madhya Pradesh | Indore Urban | | Indore | PoliceUnitNamed
        Jammu and Kashmir | Baramula | | - |
        Jammu and Kashmir | Awantipora | | - | PoliceUnitNamed
        Tamil Nadu | Pune | | ! |
        Kerala | Nashik | | ! |
        Bihar | Bhiwadi | | ! |
        Gujarat | Punjab | | ! |
        Maharashtra | Atlantis | | ! |
        """;
}
