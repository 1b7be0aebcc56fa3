/** Where the names of a family come from. Forenames serve pupils and, with `women` and `men`, the adults. */
export interface NamePool {
  readonly share: number;
  /** Some of these families keep Eid; the rest of the calendar of faiths is left out. */
  readonly keepsEid: boolean;
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly surnames: readonly string[];
}

// No pool holds `Amira`: the pupil whom the texts ask about is the only one.
export const namePools: readonly NamePool[] = [
  {
    share: 70,
    keepsEid: false,
    girls: words(`Ada Alice Amelia Annie Ava Beatrice Bonnie Charlotte Chloe Clara Daisy Darcie Delilah Edie Eleanor
      Eliza Ella Elsie Emily Erin Esme Eva Evie Faith Florence Freya Georgia Grace Gracie Hallie Hannah Harper Harriet
      Heidi Holly Imogen Isabella Isla Ivy Jasmine Jessica Lacey Lilly Lola Lottie Lucy Maisie Martha Matilda Mia Millie
      Molly Nancy Nell Olivia Orla Penelope Phoebe Poppy Robyn Rose Rosie Ruby Scarlett Sienna Sophie Summer Thea Tilly
      Violet Willow Zara`),
    boys: words(`Albie Alfie Archie Arlo Arthur Bobby Brody Caleb Charlie Connor Daniel Dexter Dylan Edward Elijah
      Elliot Ethan Finley Frankie Freddie George Grayson Harley Harrison Harry Harvey Henry Hugo Hunter Isaac Jack
      Jacob Jaxon Jenson Joey Joseph Joshua Jude Kit Leo Lewis Liam Logan Louie Lucas Luke Mason Max Myles Noah Oakley
      Oliver Ollie Oscar Otis Owen Ralph Reggie Reuben Riley Roman Ronnie Rory Samuel Sonny Stanley Teddy Theo Thomas
      Toby Tommy William Zachary`),
    women: words(`Abigail Amy Becky Carly Catherine Claire Danielle Dawn Donna Elaine Emma Gemma Gillian Hayley Heather
      Helen Jade Jennifer Joanne Kate Kayleigh Kelly Kerry Kirsty Laura Leanne Lindsey Lisa Louise Lynsey Mandy Megan
      Michelle Natalie Nicola Rachel Rebecca Samantha Sarah Stacey Stephanie Tracy Vicky Wendy`),
    men: words(`Adam Alan Andrew Anthony Ben Carl Chris Craig Darren Dave Dean Gareth Gary Gavin Graham Ian James Jason
      John Jonathan Karl Kevin Lee Mark Martin Matthew Michael Neil Nick Paul Peter Phil Richard Rob Ryan Scott Sean
      Shaun Simon Stephen Steven Stuart Tim Wayne`),
    surnames: words(`Abbott Ainscough Appleton Ashcroft Atherton Bancroft Barlow Barton Battersby Bickerstaffe Birchall
      Bold Bradshaw Brennan Brookes Burrows Byrne Carney Cartwright Caunce Chadwick Clegg Collier Connolly Crompton
      Cunliffe Davenport Dean Disley Dodd Doyle Duffy Eccles Edge Fairhurst Farrell Fazackerley Finch Flynn Foster
      Frodsham Garner Gerrard Gilbody Grimshaw Halliwell Halsall Hargreaves Haslam Heaton Hesketh Heyes Higham Hindley
      Holcroft Houghton Hulme Hurst Ireland Jervis Kenyon Kershaw Knowles Lathom Leyland Litherland Lowe Lunt Lyon
      Makin Marsden Mather McCabe McGrath McHugh Molyneux Moran Murphy Naylor Norris Ormerod Owens Parr Pennington
      Pickavance Pilkington Platt Prescott Quirk Rainford Ratcliffe Rigby Rimmer Roughley Rudd Sefton Shaw Sherlock
      Sixsmith Skelhorn Southern Stirrup Swift Tickle Twist Unsworth Valentine Wainwright Walsh Webster Whittle Winstanley
      Woodward Worrall Yates Carter-Hughes Lewis-Platt Rigby-Jones Shaw-Byrne O’Brien O’Connor O’Hara`),
  },
  {
    share: 7,
    keepsEid: false,
    girls: words(
      'Agnieszka Alicja Hanna Helena Julia Kinga Lena Maja Małgosia Nikola Oliwia Pola Wiktoria Zofia Zuzanna',
    ),
    boys: words('Adrian Antoni Bartosz Dawid Filip Igor Jakub Kacper Michał Miłosz Oskar Paweł Staś Szymon Wojtek'),
    women: words('Agata Anna Beata Dorota Ewa Iwona Joanna Katarzyna Magdalena Monika'),
    men: words('Andrzej Grzegorz Krzysztof Marcin Mariusz Piotr Rafał Sławomir Tomasz Zbigniew'),
    surnames: words('Adamczyk Dąbek Duda Jabłoński Kaczmarek Kołodziej Król Mazur Nowak Pająk Sikora Wójcik Zając'),
  },
  {
    share: 8,
    keepsEid: true,
    girls: words('Aisha Ayesha Fatima Hafsa Inaya Khadija Laiba Maryam Noor Safa Sumaya Zainab Zoya'),
    boys: words('Abdullah Adam Ahmed Bilal Hamza Hassan Ibrahim Idris Ismail Musa Omar Yahya Zayd'),
    women: words('Asma Farzana Nadia Nasreen Rukhsana Saima Samina Shabana Tahira Yasmin'),
    men: words('Adeel Asif Farooq Imran Javed Kamran Nadeem Rashid Tariq Waseem'),
    surnames: words('Ahmed Akhtar Ali Begum Choudhury Hussain Iqbal Khan Mahmood Malik Mirza Rahman Shah Siddiqui'),
  },
  {
    share: 3,
    keepsEid: true,
    girls: words('Asmaa Ayaan Hibaaq Hodan Layla Nasra Rahma Salma Sagal Yara'),
    boys: words('Abdirahman Anas Khalid Liban Mahad Mustafa Rayan Sami Yaqub Ziad'),
    women: words('Amal Faduma Hawa Ifrah Mona Rania Sahra Ubah'),
    men: words('Abdi Farah Hisham Jamal Mahmoud Nabil Said Walid'),
    surnames: words('Abdi Al-Masri Aden El-Sayed Farah Haddad Hersi Nasser Osman Saleh Warsame Yusuf'),
  },
  {
    share: 4,
    keepsEid: false,
    girls: words('Anaya Diya Gurleen Isha Kavya Meera Navya Priya Riya Simran'),
    boys: words('Aarav Arjun Dev Gurdeep Harjit Kabir Krish Nikhil Rohan Vihaan'),
    women: words('Anita Deepa Jaspreet Kiran Manjit Pooja Reena Sunita'),
    men: words('Anil Balraj Harpreet Manoj Rajesh Sandeep Suresh Vikram'),
    surnames: words('Bains Chauhan Dhillon Joshi Kaur Mistry Nair Patel Reddy Sandhu Sharma Singh'),
  },
  {
    share: 4,
    keepsEid: false,
    girls: words('Abena Adaeze Adjoa Chiamaka Esi Ngozi Onyeka Temi Tiwa Yetunde'),
    boys: words('Ayo Chidi Emeka Femi Kofi Kwame Kwabena Obinna Tobi Uche'),
    women: words('Adwoa Blessing Chinwe Comfort Folake Grace Ifeoma Patience'),
    men: words('Akwasi Babatunde Chike Emmanuel Kwaku Olumide Samuel Tunde'),
    surnames: words('Achebe Adeyemi Agyeman Asante Boateng Eze Mensah Nwosu Obi Okafor Owusu Ọládiípọ̀'),
  },
  {
    share: 4,
    keepsEid: false,
    girls: words('Andreea Beatriz Carla Chloé Elena Inês Ioana Lucía Mei Sofía'),
    boys: words('André Cristian Diogo Hao João Mateus Matei Rareș Ștefan Tomás'),
    women: words('Alina Carmen Cristina Fernanda Ling Mădălina Mónica Raluca'),
    men: words('Bogdan Carlos Florin Jorge Marius Nuno Rui Wei'),
    surnames: words('Andrei Barbosa Chen Constantin Ferreira García Ionescu Mureșan Núñez Popescu Silva Țurcanu'),
  },
];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
